import { type Drug, openDrugs } from '../../vocabulary/drugs.ts'
import { fold } from '../../vocabulary/fold.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * Medicines by what the list has only as a part of a name: a substance of a combination ("elexacaftor"), a name without
 * its "alfa" ("efgartigimod"), a salt ("magnesium sulfate"), and in French an English name with its French end
 * ("darbépoétine"). Rule `drug-part@1`.
 */
export function furtherDrugsIn(text: string, language: 'en' | 'fr'): NamedTreatment[] {
  const found: NamedTreatment[] = []
  for (const match of text.matchAll(words)) {
    const written = folded(match[0])
    const first = written.slice(0, written.search(/[ -]|$/))
    const own = [written, first].find((one) => drugsOf(one) !== undefined)
    const name = own ?? (language === 'fr' && /.{6}e$/.test(first) ? first.slice(0, -1) : undefined)
    const drugs = name === undefined ? undefined : drugsOf(name)
    if (!drugs) continue
    const length = own === written ? match[0].length : first.length
    found.push({ start: match.index, end: match.index + length, kind: 'drug', drugs })
  }
  return found
}

function folded(written: string): string {
  return /^[\x20-\x7f]+$/.test(written) ? written.toLowerCase() : fold(written)
}

const salts = 'acid|trioxide|sulfate|sulphate|chloride|citrate|carbonate|gluconate|oxide|hydroxide'
const words = new RegExp(`(?<!\\p{L})\\p{L}{6,}(?: (?:${salts}))?(?![\\p{L}])`, 'giu')

function drugsOf(name: string): readonly string[] | undefined {
  known ??= furtherNames()
  return known.get(name)
}

let known: ReadonlyMap<string, readonly string[]> | undefined

function furtherNames(): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  for (const drug of openDrugs().all)
    if (drug.names.length > 0)
      for (const name of partsOf(drug)) {
        const before = names.get(name) ?? []
        if (before.length < 8) names.set(name, [...new Set([...before, drug.name.toLowerCase()])])
      }
  return names
}

function partsOf({ name, names, substances }: Drug): string[] {
  const one = substances.length === 1 ? name.replace(/-[a-z]{4}$/, '') : ''
  const parts = [...substances, one].map(fold)
  const short = parts.map((part) => part.replace(/ (?:alfa|beta|gamma|pegol|vedotin)$/, ''))
  const plain = names.map(fold).filter((each) => !each.includes(' '))
  const shape = new RegExp(`^[a-z]{6,}(?: (?:${salts}))?$`)
  return [...parts, ...short, ...plain].filter((part) => shape.test(part) && !notGiven.test(part))
}

/** What the list has and a note means otherwise: measured, eaten, or a plain word. */
const notGiven =
  /^(?:albumin|ammonium|benzyl|collagen|diphtheria|dimethyl|ethanol|alcohol|ferric|fibrinogen|fluoride|gallium|haptens|insulin|methyl|nitrogen|oxygen|protease|repository|secretin|sulfur|tetanus|thyroid|vietnam|antithrombin|lysozyme|protein|glucose|(?:lactic|citric|acetic|glutamic|palmitic|pyruvic|aspartic|benzoic|phytic|uric|oxalic|stearic|oleic|linoleic|glycocholic|formic|carbonic|phosphoric|deoxycholic|methylmalonic) acid|carbon .*|nitric oxide|nitrous oxide)$/
