import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { fold } from '../../vocabulary/fold.ts'
import type { Named } from '../patient/named.ts'

/**
 * French medical words that are the English ones but for their end: "pyélonéphrite" is pyelonephritis. Taken only
 * where the English word is a name of the vocabulary. Rule `cognate@1`.
 */
export function cognatesIn(text: string, vocabulary: Vocabulary): Named[] {
  const found: Named[] = []
  for (const match of text.matchAll(word)) {
    const term = meant(match[0], vocabulary)
    if (term) found.push({ start: match.index, end: match.index + match[0].length, term })
  }
  return found
}

const word = /(?<!\p{L})\p{L}{6,}(?!\p{L})/gu

function meant(written: string, vocabulary: Vocabulary): string | undefined {
  const plain = fold(written).replace(/s$/, '')
  const before = known.get(plain)
  if (before !== undefined) return before === '' ? undefined : before
  // What is taken against a disease is no name of it.
  const term = openDrugs().byName(plain).length > 0 ? undefined : lookUp(plain, vocabulary)
  if (known.size > 20_000) known.clear()
  known.set(plain, term ?? '')
  return term
}

const known = new Map<string, string>()

function lookUp(plain: string, vocabulary: Vocabulary): string | undefined {
  for (const [ending, english] of endings) {
    if (!ending.test(plain)) continue
    const concept = vocabulary.byName(plain.replace(ending, english))
    if (concept?.trees.some((tree) => tree.startsWith('C') || tree.startsWith('F03')))
      return concept.term
  }
  return undefined
}

/** French ends of words, folded, and what English has there. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/kaliemie$/, 'kalemia'],
  [/ite$/, 'itis'],
  [/ose$/, 'osis'],
  [/ylose$/, 'yloidosis'],
  [/emie$/, 'emia'],
  [/penie$/, 'penia'],
  [/urie$/, 'uria'],
  [/algie$/, 'algia'],
  [/pathie$/, 'pathy'],
  [/phagie$/, 'phagia'],
  [/pnee$/, 'pnea'],
  [/plegie$/, 'plegia'],
  [/phasie$/, 'phasia'],
  [/trophie$/, 'trophy'],
  [/megalie$/, 'megaly'],
  [/cardie$/, 'cardia'],
  [/ardie$/, 'ardia'],
  [/(?<=.)tension$/, 'tension'],
  [/thyroidie$/, 'thyroidism'],
  [/plasie$/, 'plasia'],
  [/stenose$/, 'stenosis'],
  [/rragie$/, 'rrhage'],
  [/rrhee$/, 'rrhea'],
  [/rhee$/, 'rrhea'],
  [/ome$/, 'oma'],
  [/sie$/, 'sia'],
  [/sie$/, 'sy'],
  [/nie$/, 'nia'],
  [/mie$/, 'mia'],
  [/rie$/, 'ria'],
  [/tie$/, 'tia'],
  [/xie$/, 'xia'],
  [/pie$/, 'pia'],
  [/gie$/, 'gia'],
  [/isme$/, 'ism'],
  [/ique$/, 'ic'],
  [/aire$/, 'ary'],
  [/$/, ''],
]
