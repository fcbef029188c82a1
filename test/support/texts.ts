import fc from 'fast-check';

/** One of some texts with a few places of it replaced: by one of `pieces`, or by a few characters. */
export function withPlacesReplaced(
  texts: readonly string[],
  pieces: readonly string[],
): fc.Arbitrary<string> {
  const put = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }));
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(12), put), { minLength: 1, maxLength: 8 });
  return fc.tuple(fc.constantFrom(...texts), changes).map(([text, replaced]) =>
    replaced.reduce((now, [at, length, piece]) => {
      const from = at % (now.length + 1);
      return now.slice(0, from) + piece + now.slice(from + length);
    }, text),
  );
}
