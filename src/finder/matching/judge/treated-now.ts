import type { Treatment } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { type AskedMedicine, medicinesAsked, relation } from './medicines.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { isOpenSaying } from './said-surely.ts'
import { isStopped } from './treated.ts'
import { withoutParts } from './words.ts'

/**
 * A requirement of a medicine that is taken now ("currently treated with lithium", "on a stable dose of donepezil for 3 months"), of
 * who is only to begin it, refused it, has none of it or has stopped it, and of whom nothing else of the kind is said. What is only
 * thought of is not taken. Rule `treated-now@1`.
 */
export function treatedNowVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (!ofNow.test(text) || notNow.test(text) || hasOtherWaysIn(text)) return undefined
  const asked = medicinesAsked(text)
  if (asked.length === 0) return undefined
  const rest = withoutParts(text, asked).replaceAll(joins, ' ')
  if (isTurned(rest)) return undefined
  const isChanged = patient.lines.some(({ evidence }) => changes.test(evidence.text))
  const own = patient.treatments.filter(({ presence }) => presence !== 'mentioned')
  const against = asked.map((one) => notTaken(one, own, isChanged))
  if (against.some((one) => one === undefined)) return undefined
  const evidence = against.flatMap((one) => one ?? []).map((one) => one.evidence)
  return {
    verdict: 'not met',
    reason: 'stated facts',
    evidence: [...new Set(evidence)].slice(0, 3),
  }
}

/** What says that none of it is taken now; undefined where anything of it may be. */
function notTaken(
  asked: AskedMedicine,
  own: readonly Treatment[],
  isChanged: boolean,
): readonly Treatment[] | undefined {
  const related = own.filter((one) => relation(asked, one) !== 'not')
  const isSure = related.some((one) => relation(asked, one) === 'is')
  return isSure && related.every((one) => isNotTaken(one, isChanged)) ? related : undefined
}

function isNotTaken(one: Treatment, isChanged: boolean): boolean {
  const { presence, course, evidence } = one
  if (isOpenSaying(evidence.text, []) && course !== 'planned') return false
  if (course === 'refused' || isStopped(one)) return true
  if (presence === 'absent') return neverHad.test(evidence.text)
  if (course !== 'planned' || isChanged || goesOn.test(evidence.text)) return false
  return begins.test(evidence.text)
}

const longest = 220
const ofNow =
  /\b(?:current(?:ly)?|ongoing|stable (?:dos\w+|regimen|treatment|therapy|background)|(?:is|are|be|being) (?:treated with|receiving|taking|on)|(?:receiving|taking)|established on|maintained on|(?:in|on) treatment with|sous|en cours)\b/i
const notNow =
  /\b(?:will|planned|plans?|to (?:start|begin|receive|initiate)|initiat\w*|candidates?|eligible|prior|previous\w*|history|past|ever|within|naive|fail\w*|respon\w*|refractory|resistan\w*|intoleran\w*|contra\w*|allerg\w*|if|prescri\w*)\b/i
const joins = /(?:,|\s)+(?:or|and|and\/or|ou|et)\s+(?=[\s,.;)]|$)/gi
/** One of the kind is put in the place of another, or its dose is: it may be taken until then. */
const changes =
  /(?<!\p{L})(?:switch\p{L}*|chang(?:e|ed|ing) (?:to|from)|replac\p{L}*|swap\p{L}*|relais|relayée?s?|remplac\p{L}*|substitu\p{L}*|rotat\p{L}*)(?!\p{L})/iu
const goesOn =
  /(?<!\p{L})(?:increas\p{L}*|up-?titrat\p{L}*|titrat\p{L}*|rais(?:e|ed|ing)|continu\p{L}*|resum\p{L}*|restart\p{L}*|re-?introduc\p{L}*|maintain\p{L}*|maintien|poursui\p{L}*|reprise|reprendre|réintrodu\p{L}*|majorer|majoration|augmenter|next (?:dose|cycle|infusion|injection)|prochaine?s? (?:cures?|doses?|injections?|perfusions?|cycles?)|(?:cycle|cure|dose|injection|infusion) (?:n° ?)?\d|repeat\p{L}*|renew\p{L}*|renouvel\p{L}*|further|more|another|again|still|left|to be completed|until|jusqu\p{L}*)(?!\p{L})/iu
const begins =
  /(?<!\p{L})(?:start(?:ing)?|begin|commenc\p{L}*|initiat\p{L}*|introduc\p{L}*|consider\p{L}*|discuss\p{L}*|propos\p{L}*|offer(?:ed)?|plan(?:ned)?|try|trial of|apply for|referr?ed for|add(?:ing|ed)?|add-on|awaiting|débuter|débuté prochainement|instaur\p{L}*|introdui\p{L}*|introduction|envisag\p{L}*|discut\p{L}*|prévue?s?|prévoir|ajouter|ajout|essayer|demande d\p{L}*|indication (?:à|de))(?!\p{L})/iu
const neverHad =
  /(?<!\p{L})(?:never|not (?:yet )?(?:had|on|started|taken?|tak\p{L}+|been|received|tried|us\p{L}+)|no|without|jamais|pas (?:de|d['’]|encore|sous|eu|reçu|pris)|aucune?|sans|na[iï]ve|denies)(?!\p{L})/iu
