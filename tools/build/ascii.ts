import ts from 'typescript';

/**
 * The same program with its regular expressions in ASCII: there alone esbuild leaves other letters as they are, and one beyond Latin-1 makes
 * Node keep all of a file in two bytes a letter.
 */
export function inAscii(code: string): string {
  if (!/[^\0-\x7f]/.test(code)) return code;
  const file = ts.createSourceFile('built.cjs', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  let text = '';
  let at = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const start = node.getStart(file);
      text += code.slice(at, start) + escaped(node.text);
      at = node.end;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return text + code.slice(at);
}

/** Each letter by its number. One behind a backslash stands for itself, as it does without. */
function escaped(pattern: string): string {
  return pattern.replace(/\\?[^\0-\x7f]|\\./gs, (found) => {
    const letter = found.at(-1) as string;
    return letter <= '\x7f' ? found : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
