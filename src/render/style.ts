import type { Style } from './text.ts';

export type Paint = (text: string, style: Style | null) => string;

/** Colors where they are wanted. Chalk is only loaded then. */
export async function painter(color: boolean): Promise<Paint> {
  if (!color) return (text) => text;
  const { Chalk } = await import('./chalk.ts');
  const chalk = new Chalk({ level: 1 });
  const paints: Record<Style, (text: string) => string> = {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    attention: (text) => chalk.yellow(text),
  };
  return (text, style) => (style === null ? text : paints[style](text));
}
