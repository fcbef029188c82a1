/** The bar of cli-progress under a name: loaded late, and only where one is really shown. */
export { SingleBar } from 'cli-progress';
