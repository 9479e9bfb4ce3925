import type { AskedFrame } from '../../../words/language/asked.ts'
import { type WordForms, endsAt, formsOf } from './forms.ts'

/** How a rule begins: how its things are asked for, whether they are denied, and where they begin. */
export interface Lead {
  readonly frame: AskedFrame
  readonly isTurned: boolean
  readonly end: number
}

/** Every way to read the first words of a rule, the longest first: "Patients with a history of", "No prior", nothing. */
export function leadsAt(words: readonly string[]): readonly Lead[] {
  const found: Lead[] = []
  for (const start of [...endsAt(words, 0, subjects), 0])
    for (const at of [...endsAt(words, start, has), start])
      for (const [isTurned, from] of denials(words, at))
        for (const at2 of [...endsAt(words, from, has), from]) {
          for (const frame of frameNames)
            for (const end of endsAt(words, at2, frames[frame]))
              found.push({ frame, isTurned, end })
          for (const end of endsAt(words, at2, able))
            found.push({ frame: 'unable', isTurned: !isTurned, end })
          found.push({ frame: 'have', isTurned, end: at2 })
        }
  return found.toSorted((one, other) => other.end - one.end)
}

/** Where a rule's own words end: "… will be excluded" says nothing more. */
export function endOf(words: readonly string[]): number {
  let end = words.length
  while (end > 0 && /^(?:[,;:.]|or|and)$/.test(words[end - 1] ?? '')) end -= 1
  for (let at = Math.max(1, end - mostTrailing); at < end; at++)
    if (endsAt(words, at, trailers).includes(end)) return endOf(words.slice(0, at))
  return end
}

function denials(words: readonly string[], at: number): readonly (readonly [boolean, number])[] {
  return [...endsAt(words, at, denying).map((end) => [true, end] as const), [false, at]]
}

const people = [
  'patients',
  'subjects',
  'participants',
  'individuals',
  'persons',
  'people',
  'those',
  'the patient',
  'the subject',
  'the participant',
  'volunteers',
]
const subjects = formsOf(
  people
    .flatMap((one) => [
      one,
      `all ${one}`,
      `any ${one}`,
      `${one} who`,
      `${one} that`,
      `any ${one} who`,
      `${one} must`,
      `${one} should`,
      `${one} must not`,
    ])
    .filter((one) => !one.endsWith('must not'))
    .join('|'),
)
const has = formsOf(
  'in|is in|are in|with|with a|with an|has|have|having|has a|have a|have an|has an|must have|should have|suffering from|who suffer from|suffer from|diagnosed with|who are diagnosed with|are diagnosed with|been diagnosed with|has been diagnosed with|have been diagnosed with|a diagnosis of|diagnosis of|diagnosis with|presenting with|affected by|currently has|currently have|known to have|clinical diagnosis of|who have|who has|confirmed diagnosis of|established diagnosis of|documented diagnosis of|existing|current diagnosis of|primary diagnosis of|known diagnosis of|are known to have|must have a|currently diagnosed with|presence of|evidence of|are|is|be|must be|who are|who is|being|currently|are currently|is currently|subject to|who currently have|known|existing|echocardiographic evidence of|documented evidence of|clinical evidence of|concomitant presence of|objective evidence of|radiographic evidence of|laboratory evidence of|other|current|ongoing or',
)
const denying = formsOf(
  'no|absence of|without|free of|free from|does not have|do not have|not have|must not have|no evidence of|no known|no sign of|lack of|not having|should not have|no clinical evidence of|without any|no current|have no|has no|with no|without evidence of|have not had|has not had|no any|without known',
)

const frames: Readonly<Record<Exclude<AskedFrame, 'have' | 'concerns'>, WordForms>> = {
  had: formsOf(
    'history of|a history of|prior history of|past history of|previous history of|medical history of|known history of|any history of|past medical history of|personal history of|previous|prior|past|had|had a|had an|has had|have had|has had a|have had a|clinical history of|documented history of|history or evidence of|history or presence of|presence or history of|current or past history of|current or history of|current or past|past or current|current or previous|previous or current|current or prior|prior or current|active or history of|history or current|past or present|present or past|experienced|history of or current|current or prior history of|current or previous history of|previous or current history of|past or current history of|past or present history of|prior or current history of|evidence or history of|history of any|undergone|has undergone|have undergone|underwent|who have had a|previous medical history of|significant history of|positive history of|history with|history of previous|history of prior|a previous|a prior|previously|history of a|prior history or presence of|history of or presence of|medical history of any|presence of or history of|ever had|previously had|previous diagnosis of|prior diagnosis of|history of known|current or history of any|history of recent|a past history of|had a history of|had any',
  ),
  took: formsOf(
    'previous treatment with|prior treatment with|previously treated with|prior therapy with|previous therapy with|prior use of|previous use of|has received|have received|received|had received|receipt of|prior exposure to|previous exposure to|treated with|were treated with|been treated with|has been treated with|have been treated with|prior receipt of|has taken|have taken|taken|previous administration of|prior administration of|who received|has previously received|have previously received|previously received|previously been treated with|has received any|have received any|received any|history of treatment with|history of use of|previously exposed to|having received|has been previously treated with|has received prior|have received prior|received prior|has been administered|who have been treated with|prior systemic treatment with|has previously been treated with|used|have used|has used|took',
  ),
  take: formsOf(
    'currently undergoing|undergoing|who are undergoing|are undergoing|usage of|the use of|current usage of|current use of|currently taking|currently receiving|taking|receiving|current treatment with|concomitant use of|concurrent use of|are taking|is taking|is receiving|are receiving|ongoing treatment with|currently treated with|concomitant treatment with|currently using|using|concurrent treatment with|who are currently taking|who are currently receiving|is currently taking|is currently receiving|are currently taking|are currently receiving|is currently treated with|currently on|concomitant therapy with|current therapy with|current treatment by|ongoing use of|ongoing therapy with|use of|use of any|current use of any|are currently being treated with|being treated with|is on|are on|patients on|on treatment with|under treatment with|on|current or planned use of any other|on current treatment with',
  ),
  need: formsOf(
    'need for|needs|require|requires|requiring|in need of|requirement for|requirement of|need of|the need for|a need for|requirement for use of|any need for|current need for',
  ),
  family: formsOf(
    'family history of|a family history of|positive family history of|known family history of',
  ),
  unable: formsOf(
    'unable to perform|inability to perform|cannot perform|not able to perform|unable to complete|unable or unwilling to perform|unable to undergo|inability to undergo|cannot undergo|unable to receive|unable to take|inability to take|unable to tolerate|inability to tolerate|cannot tolerate|unable to have|cannot take|cannot receive|not able to tolerate|not able to undergo|unable or unwilling to undergo',
  ),
  plan: formsOf(
    'listed for|on the waiting list for|on waiting list for|waiting list for|on a waiting list for|on the list for|need for planned|planned|scheduled for|scheduled|awaiting|planning to undergo|planned to undergo|expected to undergo|plan to undergo|scheduled to undergo|are scheduled for|is scheduled for|are scheduled to undergo|planning to have|planned to receive|scheduled to receive|plan to receive|planning to receive|planning for|expected to receive|planned or scheduled|plans to undergo|scheduled or planned|waiting for|who are scheduled for|intend to undergo|anticipated|plan for|planned use of|planned treatment with|planned or expected|expected',
  ),
}
const able = formsOf(
  'able to perform|able to undergo|ability to perform|ability to undergo|able to complete|able to have|capable of performing|willing and able to undergo|able and willing to undergo|able to tolerate|able to take|can undergo',
)
const frameNames = ['had', 'took', 'take', 'need', 'plan', 'family', 'unable'] as const

const mostTrailing = 5
const trailers = formsOf(
  'will be excluded|are excluded|is excluded|should be excluded|must be excluded|were excluded|are not eligible|are ineligible|will not be included|are also excluded|is an exclusion|be excluded|, will be excluded|(excluded)',
)
