/** How much is tried: in `npm test` what takes a moment, in `npm run torture -- tests` as much as it takes to find what is rare. */
export function tries(few: number, many: number): number {
  return process.env.HOW_MANY === 'all' ? many : few;
}
