import type { Shell } from '../domain/words/shell.ts';

/**
 * The script that makes a shell complete what is typed after `program`. It asks the program itself, and evaluates nothing of what is
 * typed or answered: only data goes in and out.
 */
export function completionScript(shell: Shell, program: string): string {
  return SCRIPTS[shell](program);
}

/** How the script of a shell is put to use. */
export function installing(shell: Shell, program: string): readonly string[] {
  return INSTALLING[shell](program);
}

const INSTALLING: Readonly<Record<Shell, (program: string) => readonly string[]>> = {
  // Bash 3.2, as macOS has it, reads nothing from `source <(…)`.
  bash: (program) => [`echo 'eval "$(${program} completion bash)"' >> ~/.bashrc`],
  zsh: (program) => [
    `mkdir -p ~/.zfunc && ${program} completion zsh > ~/.zfunc/_${program}`,
    `echo 'fpath+=~/.zfunc; autoload -Uz compinit && compinit' >> ~/.zshrc`,
  ],
  fish: (program) => [`${program} completion fish > ~/.config/fish/completions/${program}.fish`],
};

function origin(shell: Shell, program: string): string {
  return `# Made by "${program} completion ${shell}", which says where to put it.`;
}

const SCRIPTS: Readonly<Record<Shell, (program: string) => string>> = {
  bash: (program) => `_${program}_complete() {
  ${origin('bash', program)}
  local line kind=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("\${line%%$'\\t'*}"); fi
  done < <(command ${program} __complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
  if [[ $kind == files && \${#COMPREPLY[@]} -eq 0 ]]; then compopt -o default 2>/dev/null; fi
}
complete -F _${program}_complete ${program}
`,
  zsh: (program) => `#compdef ${program}
_${program}() {
  ${origin('zsh', program)}
  local -a lines values shown
  local line tab=$'\\t'
  lines=("\${(@f)$(command ${program} __complete zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  for line in "\${(@)lines[2,-1]}"; do
    [[ -n $line ]] || continue
    values+=("\${line%%$tab*}")
    shown+=("\${\${line/$tab/  -- }%  -- }")
  done
  if (( $#values )); then
    compadd -U -l -d shown -a values
  elif [[ $lines[1] == files ]]; then
    _files
  fi
}
if [[ $funcstack[1] == _${program} ]]; then _${program} "$@"; else compdef _${program} ${program}; fi
`,
  fish: (program) => `function __${program}_complete
    ${origin('fish', program)}
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (command ${program} __complete fish $words "$current" 2>/dev/null </dev/null)
    set -l kind $lines[1]
    set -e lines[1]
    if test (count $lines) -gt 0
        printf '%s\\n' $lines
    else if test "$kind" = files
        __fish_complete_path "$current"
    end
end
complete -c ${program} -f -a '(__${program}_complete)'
`,
};
