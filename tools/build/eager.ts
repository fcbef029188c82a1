/**
 * Of a file that it loads Node keeps what V8 has compiled by then: not the functions in it, which are compiled when they are first called,
 * in every run anew. V8 compiles at once what stands in parentheses, since whoever writes them is about to call it
 * (https://v8.dev/blog/preparser#pife): so the functions that are called every day are put into some, and Node keeps them as well.
 */
import ts from 'typescript';
import type { Called } from './called.ts';

/**
 * The same program with the functions that are called in parentheses. A declared one becomes a variable at the top of what it is declared
 * in, so that it is there from the start, as before. Methods, and functions declared in blocks, stay as they are.
 */
export function eager(code: string, isCalled: Called): string {
  const file = ts.createSourceFile('built.cjs', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);

  /** The code of a node, each of its children as `told` has it. */
  const spliced = (node: ts.Node, told: (child: ts.Node) => string): string => {
    let text = '';
    let at = ts.isSourceFile(node) ? 0 : node.getStart(file);
    ts.forEachChild(node, (child) => {
      text += code.slice(at, child.getStart(file)) + told(child);
      at = child.end;
    });
    return text + code.slice(at, node.end);
  };

  const rewritten = (node: ts.Node): string => {
    if (isScope(node)) return withVariables(node);
    const text = spliced(node, rewritten);
    const isBare = isFunction(node) && !ts.isParenthesizedExpression(node.parent);
    return isBare && isCalled(node.getStart(file), node.end) ? `(${text})` : text;
  };

  const isMoved = (node: ts.Node): node is Declared =>
    isDeclared(node) && isCalled(node.getStart(file), node.end);

  const withVariables = (scope: Scope): string => {
    const declared = scope.statements.filter(isMoved);
    const variables = declared.map((node) => {
      const unnamed = spliced(node, (child) => (child === node.name ? '' : rewritten(child)));
      return `var ${node.name.text}=(${unnamed});`;
    });
    const first = scope.statements.find((statement) => !isDirective(statement));
    return spliced(scope, (child) => {
      const text = isMoved(child) ? ';' : rewritten(child);
      return child === first ? variables.join('') + text : text;
    });
  };

  return rewritten(file);
}

type Scope = ts.SourceFile | ts.Block;
type Declared = ts.FunctionDeclaration & { readonly name: ts.Identifier };

/** What a declared function can be seen in: the file, or the body of a function. */
function isScope(node: ts.Node): node is Scope {
  return ts.isSourceFile(node) || (ts.isBlock(node) && ts.isFunctionLike(node.parent));
}

function isDeclared(node: ts.Node): node is Declared {
  return ts.isFunctionDeclaration(node) && node.name !== undefined && isScope(node.parent);
}

function isFunction(node: ts.Node): boolean {
  return ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

/** `"use strict"` has to stay first. */
function isDirective(node: ts.Statement): boolean {
  return ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression);
}
