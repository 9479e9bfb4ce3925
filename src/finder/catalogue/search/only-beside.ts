import { fold } from '../../vocabulary/fold.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import type { SaidPiece } from './run.ts'

/**
 * Whether the words of an illness say no illness of their own beside another: a wish ("lupus, trying to get pregnant"), a fear
 * (« peur des effets secondaires de la chimio, cancer du sein ») or a gene ("breast cancer brca1"). They then only put studies first.
 */
export function isOnlyBeside(piece: SaidPiece, words: readonly string[]): boolean {
  if (piece.kind !== 'illness') return false
  const said = fold(words.slice(piece.start, piece.end).map(bareWord).join(' '))
  const { term } = piece.concept
  if (term === 'Drug-Related Side Effects and Adverse Reactions') return ofHarm.test(said)
  if (term.startsWith('Infertility'))
    return ofWish.test(said) && !forLong.test(fold(words.slice(piece.end, piece.end + 3).join(' ')))
  if (afraid.test(fold(words.slice(Math.max(0, piece.start - 4), piece.start).join(' '))))
    return true
  return ofGene.test(said)
}

const ofHarm = /side effect|adverse|effets? (?:secondaire|indesirable)|reaction/
const ofWish =
  /^(?:trying (?:to|for)|tries to|want|essa[iy]e\w* (?:d'|de|d’)|veu(?:t|x)|desir)(?!.*(?:without|sans|malgre|years|ans$))/
const forLong = /^(?:for|since|over|without|depuis|sans|pendant)(?!\p{L})/u
const ofGene =
  /^(?:(?:gene|mutation) )?(?:brca ?[12]?|palb2|tp53|mlh1|msh[26]|pms2|chek2)(?: (?:gene|mutation|positive|positif))?$/
/** What is feared is not there: "scared of lymphedema, breast cancer". */
const afraid =
  /(?<!\p{L})(?:(?:afraid|scared|terrified|frightened|fear|worried|nervous) (?:of|about)(?: (?:getting|the|a|having|developing|more))*|(?:peur|crain[st]?|craintes?|redoute|angoisse)(?: (?:du|des?|d['’](?:une?|avoir|attraper|faire)?|la|les?|l['’]|faire|avoir|une?))*)$/u
