import ts from 'typescript';

/**
 * The same program in nothing but ASCII: one letter beyond Latin-1 makes Node keep all of a file in two bytes a letter. esbuild writes none
 * but in regular expressions, where it leaves them as they are.
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

function escaped(pattern: string): string {
  return pattern.replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
