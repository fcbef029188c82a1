/** The bill of materials: what `npm sbom` says, of all that whoever installs net gets, and of nothing else. */
import { createHash } from 'node:crypto';

/** A CycloneDX document, as far as it is looked at here. */
export interface Bill {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

export interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

export interface Shipped {
  /** `name@version` of what is installed with net. */
  readonly installed: readonly string[];
  /** And of what esbuild has put into its own files: a dependency of development only, which ships all the same. */
  readonly bundled: readonly string[];
}

const BUNDLED = 'cdx:npm:package:bundled';
const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * Of the bill of the whole lockfile, what ships. `npm sbom --omit dev` cannot say it: it leaves out what is bundled, and whatever a
 * dependency of development needs as well. With the day of the release and a number made from what it says it is the same whenever it
 * is made. Throws where the whole bill lacks something that ships.
 */
export function billOf(whole: Bill, { installed, bundled }: Shipped, when: string): Bill {
  const shipped = new Set([...installed, ...bundled]);
  const known = new Map(whole.components.map((component) => [component['bom-ref'], component]));
  const components = [...shipped].sort().map((ref) => {
    const component = known.get(ref);
    if (component === undefined) throw new Error(`npm sbom does not know ${ref}, which ships`);
    return toldAs(component, bundled.includes(ref));
  });
  const own = whole.metadata.component;
  const dependencies = [
    { ref: own['bom-ref'], dependsOn: [...shipped].filter((ref) => isDirect(whole, own, ref)).sort() },
    ...components.map(({ 'bom-ref': ref }) => ({ ref, dependsOn: dependsOn(whole, ref, shipped) })),
  ];
  const metadata = { ...whole.metadata, timestamp: when, component: { ...own, name: nameOf(own) } };
  const bill = { ...whole, serialNumber: '', metadata, components, dependencies };
  return { ...bill, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}` };
}

function toldAs(component: Component, isBundled: boolean): Component {
  const others = (component.properties ?? []).filter(({ name }) => name !== DEVELOPMENT && name !== BUNDLED);
  return { ...component, properties: isBundled ? [...others, { name: BUNDLED, value: 'true' }] : others };
}

function isDirect(whole: Bill, own: Component, ref: string): boolean {
  return dependsOn(whole, own['bom-ref'], new Set([ref])).length > 0;
}

function dependsOn({ dependencies }: Bill, ref: string, shipped: ReadonlySet<string>): readonly string[] {
  const found = dependencies.find((dependency) => dependency.ref === ref)?.dependsOn ?? [];
  return found.filter((other) => shipped.has(other)).sort();
}

/** npm calls a checkout by its directory. */
function nameOf(own: Component): string {
  return own['bom-ref'].slice(0, own['bom-ref'].lastIndexOf('@'));
}

/** A UUID of version 8, made from a text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').slice(0, 32).split('');
  hex[12] = '8';
  hex[16] = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
