import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * What an illness comes from, as a requirement asks it, against the words right behind the same illness in the record: "idiopathic
 * pulmonary arterial hypertension" and "… associated with systemic sclerosis". Rule `caused@1`.
 */
export function causedVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  const asked = ofItself.exec(text)
  if (!asked || hasOtherWaysIn(text) || isTurned(text)) return undefined
  const [named] = diseasesAsked(text.slice(asked.index + asked[0].length), vocabulary)
  if (!named || named.start > 2) return undefined
  const kinds = kindsOf(named.term, vocabulary)
  const own = patient.findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
  const [found] = own.filter(({ evidence: { text: said }, words, presence, when }) => {
    const at = said.toLowerCase().indexOf(words.toLowerCase())
    return (
      presence === 'present' &&
      when === 'now' &&
      at >= 0 &&
      !/\b(?:idiopathic|essential|idiopathique|cryptogenic|primary)\b/i.test(said) &&
      (ofOther.test(said.slice(at + words.length)) || before.test(said.slice(0, at)))
    )
  })
  return found && { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
}

const longest = 160
const ofItself = /\b(?:idiopathic|cryptogenic|essential|primary)\s+(?=\p{L})/iu
const ofOther =
  /^,? (?:(?:that|which) is )?(?:due to|secondary to|caused by|associated with|related to|as a result of|resulting from|in the setting of|secondaire à|due? à|associée? à)\b/i
const before = /\b(?:secondary|drug-induced|post-?traumatic|secondaire)\s+$/i
