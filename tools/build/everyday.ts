/** Commands of every day: each is one file with all that its line needs. bin/net.js knows them, too. */
export const EVERYDAY: readonly string[] = ['add', 'done', 'list', 'log', 'show'];
