import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Where a person is and what they can do, as a requirement asks it and a note says the contrary: an outpatient who is in
 * intensive care, walking without help and a cane, oxygen and a good saturation on room air. Rule `setting@1`.
 */
export function settingVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (open.test(text)) return undefined
  for (const { asked, either, said, unsaid } of contraries) {
    if (!asked.test(text) || either?.test(text) === true) continue
    const evidence = saying(said, unsaid, patient)
    if (evidence) return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
  }
  return undefined
}

const longest = 260
const open =
  /\b(?:unless|except\w*|if|may|might|can be|regardless|irrespective|preferabl[ey]|one of|any of|either|groups?|cohorts?|arms?)\b/i

interface Contrary {
  readonly asked: RegExp
  /** Words with which the requirement takes the contrary, too. */
  readonly either?: RegExp
  readonly said: RegExp
  /** Words with which the note says that it is no longer, or only sometimes, so. */
  readonly unsaid: RegExp
}

const who = String.raw`^(?:\W|type of (?:subject|patient)s?|(?:adult|male|female|all|stable|ambulatory|ambulant|the|an?|patients?|subjects?|participants?|individuals?|who|must|should|be|being|is|are|currently|and|study|population|of|from|have|has|been|to|treated|as)(?![\w-]))*`

const contraries: readonly Contrary[] = [
  {
    asked: new RegExp(
      String.raw`${who}(?:out-?patients?|ambulatory (?:patients|subjects)|not (?:hospitali[sz]ed|admitted)|non-?hospitali[sz]ed)\b`,
      'i',
    ),
    either: /\b(?:in-?patients?|discharge\w*|emergency)\b|(?<!not |non-?)hospitali[sz]ed|\bor\b/i,
    said: /\b(?:man|woman|boy|girl|patient|male|female),? (?:who (?:is|was) )?(?:admitted|hospitali[sz]ed) (?:to|for|with|in)\b|\b(?:is|has been|was|remains) (?:now |currently |still )?(?:admitted|hospitali[sz]ed|an? in-?patient|in (?:the |an )?(?:\w+ )?(?:intensive care|icu|ward))\b|(?:^|[,.] ?)(?:est |actuellement )?(?:hospitalisée?|admise?) (?:pour|en|aux?|dans)(?![\p{L}])/iu,
    unsaid:
      /\b(?:discharged|goes home|went home|sent home|back home|outpatient|ago|sortie?|consultation)\b/i,
  },
  {
    asked: new RegExp(
      String.raw`${who}(?:hospitali[sz]ed|in-?patients?|admitted to (?:the |an? )?(?:hospital|ward|intensive care|icu))\b`,
      'i',
    ),
    either: /\b(?:or|out-?patients?|previously|history|past|last|within|recent\w*|prior)\b/i,
    said: /\b(?:seen|comes|attends|followed|presents|reviewed|visits)\b[^.;]{0,30}\b(?:out-?patient|clinic|general practi\w+|family doctor|office)\b/i,
    unsaid: /\b(?:admitted|hospitali[sz]ed|in-?patient|ward|intensive|referred|admission)\b/i,
  },
  {
    asked:
      /\b(?:community[- ]dwelling|living (?:at home|independently|in the community)|non-?institutionali[sz]ed|home-dwelling)\b/i,
    either: /\bor\b/i,
    said: /\b(?:lives|living|resides|resident|residing|comes|brought|transferred) (?:in|of|at|from) (?:an? |the |her |his )?(?:nursing home|care home|long-?term care|residential care|skilled nursing)|\bnursing home resident\b|\b(?:vit|réside|résidente?|institutionnalisée?) (?:en|dans un|d['’]un) ?(?:EHPAD|maison de retraite|institution)/i,
    unsaid: /\b(?:ago|before|previously|wait\w*|planned|refus\w*)\b/i,
  },
  {
    asked:
      /\b(?:institutionali[sz]ed|nursing home residents?|living in (?:a )?(?:nursing|care) homes?)\b/i,
    either: /\bor\b|\bnon-?institution/i,
    said: /\b(?:lives|living) (?:alone|at home|independently|with (?:his|her) (?:wife|husband|partner|family|son|daughter))\b/i,
    unsaid: /\b(?:ago|before|previously|no longer|until)\b/i,
  },
  {
    asked:
      /\b(?:walk\w*|ambulat\w+)(?: \w+){0,2}? (?:independently|unaided|unassisted|without (?:physical )?(?:assist\w*|aids?|support|help|an? (?:assistive|walking) (?:device|aid)|a cane|walking aids?))|\bindependent(?:ly)? (?:ambula\w+|walk\w*)/i,
    either: /\bwith (?:or|and) without\b|\bwith or\b|\bor with\b/i,
    said: /\bwalks? (?:only |slowly )?with (?:an? |the (?:help|aid) of an? |one |two )?(?:\w+ )?(?:cane|stick|walker|frame|crutch(?:es)?|rollator|aid|help|assistance|support)\b|\buses? an? (?:\w+ )?(?:wheelchair|walker|cane|rollator|walking (?:stick|aid|frame))\b|\b(?:is )?(?:wheelchair[- ]bound|bed-?ridden|bed-?bound)\b|\b(?:cannot|can no longer|unable to) walk\b/i,
    unsaid:
      /\b(?:outdoors?|outside|sometimes|occasional\w*|long(?:er)? distances?|at times|used to|until|before|no longer uses?|(?:not|never|no longer) (?:walks? with|uses?))\b/i,
  },
  {
    asked:
      /\b(?:requir\w+|need\w*|receiv\w+|dependent) (?:on )?(?:of )?(?:supplement\w+ |additional |low-flow |high-flow )?(?:oxygen|o2)(?! saturation)\b/i,
    either: /\bor\b|\bhistory\b/i,
    said: /\bsaturation\b[^.;]{0,30}\b(?:9[5-9]|100) ?% (?:on|in|while breathing|breathing) (?:room|ambient) air\b/i,
    unsaid: /\b(?:was|before|exertion|exercise|night|later|then)\b/i,
  },
  {
    asked: new RegExp(
      String.raw`${who}(?:(?:on|receiving|under|requiring|undergoing) )?(?:invasive )?(?:mechanical(?:ly)? ventilat(?:ion|ed)|intubated)\b`,
      'i',
    ),
    either: /\bor\b|\bnon-?invasive\b|\bhistory\b|\bplanned\b/i,
    said: /\b(?:on|in|breathing|breathes) (?:room|ambient) air\b|\bbreath(?:es|ing) spontaneously\b|\b(?:comes|presents|seen|visits|walks in(?:to)?|attends)\b[^.;]{0,30}\b(?:clinic|out-?patient|general practi\w+|family doctor|office|routine visit)\b/i,
    unsaid: /\b(?:before|was|then|until|later|intubat\w*|ventilat\w*)\b/i,
  },
]

/** A sentence that says it plainly, where no other takes it back. */
function saying(said: RegExp, unsaid: RegExp, { lines }: Patient): Evidence | undefined {
  const found = lines
    .slice(0, 200)
    .find(({ evidence }) => said.test(evidence.text) && !ofOthers.test(evidence.text))
  const isTaken = lines.slice(0, 200).some(({ evidence }) => {
    return evidence === found?.evidence
      ? unsaid.test(evidence.text)
      : unsaidAnywhere.test(evidence.text) && unsaid.test(evidence.text)
  })
  return isTaken ? undefined : found?.evidence
}

const ofOthers = /\b(?:mother|father|wife|husband|brother|sister|son|daughter)\b/i
const unsaidAnywhere =
  /\b(?:discharged|goes home|went home|sent home|intubat\w*|ventilat\w*|admitted|hospitali[sz]ed)\b/i
