/** Colors under a name: only loaded on a terminal that shows them. */
export { Chalk } from 'chalk';
