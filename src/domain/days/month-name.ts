/** The months as three letters, January first. */
export const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** And whole. */
export const FULL_MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
