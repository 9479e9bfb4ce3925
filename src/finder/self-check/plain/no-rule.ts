import { isGroupName } from '../../eligibility/not-alone-words.ts'
import type { WrittenRule } from './asked-rule.ts'

/**
 * Whether a line of a record asks nothing: a title ("--Patient characteristics--"), "Not specified", "Or", a line that only
 * leads to a list that is not there or only allows something. Nobody is asked it, and no site. Rule `no-rule@1`.
 */
export function saysNoRule({ text, kind }: Pick<WrittenRule, 'text' | 'kind'>): boolean {
  if (kind !== 'exclusion' && section.test(text)) return true
  if (isGroupName(text) && /\b(?:groups?|cohorts?)\W*$/i.test(text)) return true
  const bare = text.replace(/^[\s\W\d]+|[\s\W]+$/gu, '')
  if (!/\p{L}{2}/u.test(bare) || /^\s*-{2}[^-]{3,40}-{2}\s*$/.test(text)) return true
  if (ofAllRules.test(bare)) return true
  return nothing.test(bare) || (onlyAllows.test(bare) && !limiting.test(bare))
}

/** "Concurrent steroids allowed" asks for nothing, where no number, time or condition limits it. */
const onlyAllows =
  /^[^.;:()]{3,120}?\s(?:(?:is|are|will be|may be)\s)?(?:also\s)?(?:allowed|permitted|acceptable|eligible)(?: (?:in|for|to enter|to participate in|on|during) (?:this|the) (?:study|trial|protocol))?$/i
const limiting =
  /\d|\b(?:no|not|nor|none|neither|never|only|if|unless|except\w*|provided|without|before|after|prior to|within|since|until|at least|at most|up to|less|more|fewer|maximum|minimum|one|two|three|once|single|stable|must|should|need\w*|requir\w*|who|whose|that|which|otherwise|ineligible|be|deemed|considered|judged|medically|when|where|while|as)\b/i

/** What registries add to all lists alike, and how forms are to be filled in. */
const ofAllRules =
  /^the above information (?:is|was) not intended to contain all considerations|^(?:all )?(?:answers?|responses?|questions|of the following)(?: to (?:all|these|the following) questions)? (?:must|should|need to|have to) be (?:answered )?["“']?(?:yes|no|true|false)\b/i

/** A section of old records; among what keeps out it is a rule. */
const section =
  /^\W*(?:chemotherapy|radiotherapy|surgery|(?:biologic|endocrine|hormone|radiation) therapy)\W*$/i

const title = String.raw`(?:(?:general|main|key|additional|specific|other|the|study|all|major)\s+)*(?:inclusion|exclusion|eligibility)(?:\s+criteri(?:a|on))?`
const about =
  'patient characteristics|disease characteristics|prior(?:/| )concurrent therapy|biologic therapy|chemotherapy|endocrine therapy|radiotherapy|surgery|other|others|age|sex|gender|performance status|life expectancy|hematopoietic|hepatic|renal|cardiovascular|pulmonary|menopausal status|concurrent medication|prior medication|concurrent treatment|prior treatment|co-existing condition'
/** Alone these are no rules; "chemotherapy" is one among what keeps out. */
const heading =
  '(?:patient characteristics|disease characteristics|prior(?:/| )concurrent therapy|other|others|age|sex|gender|performance status|life expectancy|menopausal status|(?:concurrent|concomitant) medications?)'
const nothing = new RegExp(
  String.raw`^(?:${title}|${heading}|(?:(?:${about})[:\s]+)*(?:not specified|unspecified|see disease characteristics|any age|any sex|no restrictions?|not applicable)|for (?:the )?healthy (?:subjects|volunteers|participants|controls|individuals)(?: only)?|or|and|and/or|note|n/a|none|key|amended|see above|as above|excluded(?: within .{3,60})?|included|one of the following)$`,
  'i',
)
