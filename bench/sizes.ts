/** How many people the networks hold that are measured on. */
export const SIZES = [100, 1000, 10_000, 100_000];
export const QUICK = [100, 1000];

/** What is looked up by a name is measured on so many as well. */
export const NAMES_AT = 50_000;

/** The same morning on few people and on very many. */
export const NEAR = 1000;
export const FAR = 1_000_000;

/** Of 105 000, 5 000 are kept and 100 000 are in the stack: one in twenty-one. */
export const FULL_STACK = { people: 105_000, keptEvery: 21 };
