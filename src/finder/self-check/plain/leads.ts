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
    ])
    .join('|'),
)
const has = formsOf(
  'in|is in|are in|with|with a|with an|has|have|having|has a|have a|have an|has an|must have|should have|suffering from|who suffer from|suffer from|diagnosed with|who are diagnosed with|are diagnosed with|been diagnosed with|has been diagnosed with|have been diagnosed with|a diagnosis of|diagnosis of|diagnosis with|presenting with|affected by|currently has|currently have|known to have|clinical diagnosis of|who have|who has|confirmed diagnosis of|established diagnosis of|documented diagnosis of|existing|current diagnosis of|primary diagnosis of|known diagnosis of|are known to have|must have a|currently diagnosed with|presence of|evidence of|are|is|be|must be|who are|who is|being|currently|are currently|is currently|subject to|who currently have|known|existing|echocardiographic evidence of|documented evidence of|clinical evidence of|concomitant presence of|objective evidence of|radiographic evidence of|laboratory evidence of|other|current|ongoing or|previously diagnosed with|already diagnosed with|who were diagnosed with|were diagnosed with|diagnosed as|diagnosed as having|medical diagnosis of|physician diagnosis of|physician diagnosed|doctor diagnosed|suffers from|who suffers from|suffered from|complicated with|combined with|concomitant|concurrent|coexisting|co existing|concomitant diagnosis of|implanted with|already implanted with|presents with|present with|who present with|presence of any|presence of a|presence of an|presence of known|evidence of any|evidence of a|evidence for|any evidence of|signs of|objective signs of|clinical signs of|clinical diagnosis|who meet the diagnosis of|experiencing|who are experiencing|currently experiencing|demonstrating|exhibiting|existence of|the existence of|with known|with any|with an existing|have known|has known|has any|have any|must be diagnosed with|must have a diagnosis of|must have been diagnosed with|must have documented|must have evidence of|must have confirmed|with a diagnosis of|with a confirmed diagnosis of|with the diagnosis of|with documented|with confirmed|with a known|with evidence of|with ongoing|with current|with concomitant|with concurrent|with existing',
)
const denying = formsOf(
  'no|absence of|without|free of|free from|does not have|do not have|not have|must not have|no evidence of|no known|no sign of|lack of|not having|should not have|no clinical evidence of|without any|no current|have no|has no|with no|without evidence of|have not had|has not had|no any|without known|does not suffer from|do not suffer from|not suffering from|must be free of|must be free from|not diagnosed with|no diagnosis of|does not have a|do not have a|must not have any|cannot have|no presence of|no signs of|no clinical signs of|no documented|no concomitant|no concurrent|no ongoing|no significant|absence of any|absence of known',
)

const frames: Readonly<Record<Exclude<AskedFrame, 'have' | 'concerns'>, WordForms>> = {
  had: formsOf(
    'history of|a history of|prior history of|past history of|previous history of|medical history of|known history of|any history of|past medical history of|personal history of|previous|prior|past|had|had a|had an|has had|have had|has had a|have had a|clinical history of|documented history of|history or evidence of|history or presence of|presence or history of|current or past history of|current or history of|current or past|past or current|current or previous|previous or current|current or prior|prior or current|active or history of|history or current|past or present|present or past|experienced|history of or current|current or prior history of|current or previous history of|previous or current history of|past or current history of|past or present history of|prior or current history of|evidence or history of|history of any|undergone|has undergone|have undergone|underwent|who have had a|previous medical history of|significant history of|positive history of|history with|history of previous|history of prior|a previous|a prior|previously|history of a|prior history or presence of|history of or presence of|medical history of any|presence of or history of|ever had|previously had|previous diagnosis of|prior diagnosis of|history of known|current or history of any|a past history of|had a history of|had any|h / o|h / o of|known or suspected history of|known prior|has a prior history of|has prior|have prior|known past|with previous|with prior|with history|with past|recipient of|recipients of|recipient of a|a recipient of|having undergone|having had|had undergone|has a history of|have a history of|previous or ongoing|ongoing or previous|past or ongoing|any prior|any previous|any past|any prior history of|any previous history of|any past history of|history of or active|active or past|documented prior|documented past|prior documented|who have experienced|has experienced|have experienced|has ever had|have ever had|self reported history of|who underwent|patient underwent|prior personal history of|lifetime history of|history of documented|history of confirmed|known personal history of|known medical history of|prior or concurrent|prior or concomitant|previous or concurrent|past or concurrent|current or history of a|documented medical history of|confirmed history of|a documented history of|a known history of|a medical history of|a current or past history of|history of having',
  ),
  took: formsOf(
    'previous treatment with|prior treatment with|previously treated with|prior therapy with|previous therapy with|prior use of|previous use of|has received|have received|received|had received|receipt of|prior exposure to|previous exposure to|treated with|were treated with|been treated with|has been treated with|have been treated with|prior receipt of|has taken|have taken|taken|previous administration of|prior administration of|who received|has previously received|have previously received|previously received|previously been treated with|has received any|have received any|received any|history of treatment with|history of use of|previously exposed to|having received|has been previously treated with|has received prior|have received prior|received prior|has been administered|who have been treated with|prior systemic treatment with|has previously been treated with|used|have used|has used|took|administration of|administration of any|immunization with|vaccination with|vaccinated with|received treatment with|has received treatment with|have received treatment with|received therapy with|received previous|received prior treatment with|has previously been treated with|have previously been treated with|have been previously treated with|who have received|who have taken|who have used|who received|patients received|who have previously received|who have received prior|prior or current use of|current or prior use of|current or previous use of|previous or current use of|any use of|any prior use of|previous or current treatment with|prior or current treatment with|current or prior treatment with|current or previous treatment with|prior treatment with any|previous treatment with any|prior treatment with a|previous treatment with a|prior treatment with an|treated by|previously treated by|previous treatment by|prior exposure to any|exposure to any|history of exposure to|prior systemic therapy with|having been treated with|have been exposed to|has been exposed to|exposed to|has undergone treatment with|currently receiving or have received|has used any|have used any|have taken any|taken any|received a|has received a|have received a|received an|has received an|any prior treatment with|any previous treatment with|any prior therapy with|prior receipt of any',
  ),
  take: formsOf(
    'currently undergoing|undergoing|who are undergoing|are undergoing|usage of|the use of|current usage of|current use of|currently taking|currently receiving|taking|receiving|current treatment with|concomitant use of|concurrent use of|are taking|is taking|is receiving|are receiving|ongoing treatment with|currently treated with|concomitant treatment with|currently using|using|concurrent treatment with|who are currently taking|who are currently receiving|is currently taking|is currently receiving|are currently taking|are currently receiving|is currently treated with|currently on|concomitant therapy with|current therapy with|current treatment by|ongoing use of|ongoing therapy with|use of|use of any|current use of any|are currently being treated with|being treated with|is on|are on|patients on|on treatment with|under treatment with|on|current or planned use of any other|on current treatment with|active use of|concomitant administration of|concurrent administration of|patients receiving|patients taking|patients using|patients treated with|subjects receiving|subjects taking|subjects using|are using|is using|who are on|who is taking|who are taking|who are using|who are receiving|who take|who use|who receive|receives|takes|uses|take|use|receive|current or concomitant use of|currently use|currently taking any|taking any|receiving any|currently receiving any|concomitant use of any|concurrent use of any|on any|concomitant treatment with any|ongoing use of any|currently being treated with|being on|currently under treatment with|under therapy with|on therapy with|simultaneous use of|current administration of|concomitant medication with|concomitant therapy with any|who are being treated with|who are treated with|undergoing treatment with|ongoing or planned treatment with|currently prescribed|prescribed|who are prescribed',
  ),
  need: formsOf(
    'need for|needs|require|requires|requiring|in need of|requirement for|requirement of|need of|the need for|a need for|requirement for use of|any need for|current need for|need to use|need for any|likely to require|anticipated need for|requires the use of|requiring the use of|require the use of|requires use of|require use of|requiring use of|who require|who need|patients requiring|subjects requiring|requires chronic|dependent on|dependence on',
  ),
  family: formsOf(
    'family history of|a family history of|positive family history of|known family history of|family history of known|a known family history of|a positive family history of|family history of any',
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

const mostTrailing = 9
const trailers = formsOf(
  'will be excluded|are excluded|is excluded|should be excluded|must be excluded|were excluded|are not eligible|are ineligible|will not be included|are also excluded|is an exclusion|be excluded|, will be excluded|(excluded)|will be excluded from the study|are excluded from the study|should be excluded from the study|cannot be included|cannot participate|cannot participate in this study|cannot participate in the study|are not allowed|is not allowed|is not permitted|are not permitted|not allowed|not permitted|are prohibited|is prohibited|will be ineligible|are to be excluded|is exclusionary|are exclusionary|will not be eligible|may not participate|patients|subjects|participants|individuals|diagnosis|will be excluded from participation|are excluded from participation',
)
