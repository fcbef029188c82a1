/** The questions of inquirer under names: loaded late, and only where one is really asked. */
export { default as confirm } from '@inquirer/confirm';
export { default as input } from '@inquirer/input';
export { default as search } from '@inquirer/search';
export { default as select } from '@inquirer/select';
