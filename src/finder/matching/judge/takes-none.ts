import type { Case, Judgement } from './judgement.ts'
import { medicinesAsked } from './medicines.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { takesNothing } from './takes-nothing.ts'

/**
 * A medicine that a requirement asks to be taken now, however narrowly ("on metformin alone at a stable dose for 8 weeks"), of
 * somebody who takes no medicine at all. Rule `takes-none@1`.
 */
export function takesNoneVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || text.length > longest || !taking.test(text)) return undefined
  if (hasOtherWaysIn(text) || isTurned(text) || toCome.test(text)) return undefined
  const evidence = takesNothing(patient)
  if (!evidence || (!someMedicine.test(text) && medicinesAsked(text).length === 0)) return undefined
  return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 220
const taking =
  /\b(?:(?:currently |presently |already )?(?:taking|receiving|using|treated (?:with|by)|on (?:a |an )?(?:stable|current|maintenance|chronic|daily|concomitant|regular|background)|maintained on|stabili[sz]ed on|under treatment)|(?:stable|current|ongoing|background|maintenance) (?:dose|doses|regimen|treatment|therapy|use)|current(?:ly)? (?:treatment|therapy|use)|(?:use|intake) of)\b/i
const someMedicine =
  /\b(?:medications?|medicines?|drugs?|(?:oral|inhaled|antihypertensive|antidiabetic|glucose-lowering|lipid-lowering|antiepileptic|antipsychotic|antidepressant|anticoagulant|diuretic|hormonal|pharmacological) (?:treatment|therapy|agents?))\b/i
const toCome =
  /\b(?:will|plan\w*|schedul\w*|to (?:be|start|receive|begin|initiate|undergo)|candidates?|eligib\w*|indicat\w*|prior|previous\w*|past|history|failed|failure|refractory|chemotherap\w*|radi\w+|surg\w*|supplement\w*|before|any time|in the (?:last|past))\b/i
