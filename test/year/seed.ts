/** The year that is lived in the tests. */
export const SEED = 20261122;
