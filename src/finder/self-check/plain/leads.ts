import type { AskedFrame, AskedLike } from '../../../words/language/asked.ts'
import { type WordForms, endsAt, formsOf } from './forms.ts'

/** How a rule begins: how its things are asked for, whether they are denied, and where they begin. */
export interface Lead {
  readonly frame: AskedFrame
  readonly isTurned: boolean
  readonly end: number
  /** Where the words begin that say how it is asked. */
  readonly from?: number
  /** "Received or planning to receive": how the same things are asked for, too. */
  readonly or?: AskedFrame
  /** "Chronic use of": how all of what is taken is. */
  readonly like?: AskedLike
}

/** Every way to read the first words of a rule or of a part of one, the longest first: "Patients with a history of", "No prior", nothing. */
export function leadsAt(words: readonly string[], first = 0): readonly Lead[] {
  const found: Lead[] = []
  for (const start of [...endsAt(words, first, subjects), first].flatMap((at) =>
    at > first && words[at] === ',' ? [at + 1, at] : [at],
  ))
    for (const at of [...endsAt(words, start, has), start])
      for (const [isTurned, from] of denials(words, at))
        for (const at2 of [...endsAt(words, from, has), from]) {
          for (const frame of frameNames)
            for (const end of endsAt(words, at2, frames[frame])) {
              found.push({ frame, isTurned, end, from: at2 })
              found.push(...twofold(words, { frame, isTurned, end }))
            }
          for (const [forms, like] of mannerForms)
            for (const end of endsAt(words, at2, forms))
              found.push({ frame: 'take', isTurned, end, like })
          for (const end of endsAt(words, at2, able))
            found.push({ frame: 'unable', isTurned: !isTurned, end })
          found.push({ frame: 'have', isTurned, end: at2 })
        }
  return found.toSorted(
    (one, other) => other.end - one.end || (one.from ?? one.end) - (other.from ?? other.end),
  )
}

/** "Have undergone or are awaiting", "current or planned use of": one lead and another before the same things. */
function twofold(words: readonly string[], lead: Lead): readonly Lead[] {
  const or = [['or'], ['and', '/', 'or'], ['/']].find((joint) =>
    joint.every((word, step) => words[lead.end + step] === word),
  )
  if (!or) return []
  const from = lead.end + or.length
  return [from, ...endsAt(words, from, has)].flatMap((at) =>
    frameNames.flatMap((frame) =>
      frame === lead.frame || frame === 'family' || frame === 'unable'
        ? []
        : endsAt(words, at, frames[frame]).map((end) => ({ ...lead, or: frame, end })),
    ),
  )
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
/** Whoever a rule speaks of, where what it asks is the same for all. */
const who = [
  'male or female',
  'male and female',
  'males and females',
  'males or females',
  'men or women',
  'men and women',
  'women or men',
  'women and men',
  'female or male',
  'male or female patients',
  'male or female subjects',
  'male or female participants',
  'male and female patients',
  'male and female subjects',
  'male and female participants',
  'adults',
  'adult',
  'adult patients',
  'adult subjects',
  'adult participants',
  'adult patient',
  'adult men and women',
  'adult male or female',
  'adult males or females',
  'adult male and female',
  'adult volunteers',
  'participant',
  'subject',
  'patient',
  'individual',
  'children',
  'child',
  'infants',
  'candidates',
  'both male and female',
  'both genders',
  'either sex',
  'any gender',
  'consenting adults',
  'inpatients',
  'outpatients',
  'hospitalized patients',
  'donors',
  'veterans',
  'he or she',
  'they',
  'either',
]
const subjects = formsOf(
  [...people, ...who]
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
  'no|absence of|without|free of|free from|does not have|do not have|not have|must not have|no evidence of|no known|no sign of|lack of|not having|should not have|no clinical evidence of|without any|no current|have no|has no|with no|without evidence of|have not had|has not had|no any|without known|does not suffer from|do not suffer from|not suffering from|must be free of|must be free from|not diagnosed with|no diagnosis of|does not have a|do not have a|must not have any|cannot have|no presence of|no signs of|no clinical signs of|no documented|no concomitant|no concurrent|no ongoing|absence of any|absence of known',
)

const frames: Readonly<Record<Exclude<AskedFrame, 'have' | 'concerns'>, WordForms>> = {
  had: formsOf(
    'any past or current history of|previously experienced|has previously experienced|have previously experienced|who had|who has had|had any|has had any|have had any|has had an|have had an|have a prior history of|has a prior diagnosis of|with prior history of|with a prior|with a previous|with prior history|with a history|with any history of|with known history of|who have a history of|who has a history of|who have had|having a history of|with a positive history of|with a past history of|with a past medical history of|past medical history significant for|medical history significant for|medical history positive for|history positive for|medical history including|medical history with|history consistent with|previous or present|previous episode of|prior episode of|status post|s / p|post|after|having suffered from|has suffered from|have suffered from|has suffered|have suffered|suffered|suffered from|who suffered from|who have suffered from|who suffered|has had a history of|a clinical history of|clinical history or|presence or prior history of|history or known|history or suspected|history and or presence of|history and or current|history of and or current|history or current evidence of|history of current|lifetime|lifetime diagnosis of|past diagnosis of|confirmed past|documented prior history of|history of at least one|history of one or more|history of a known|history of having had|evidence of prior|evidence of previous|evidence of past|known history or presence of|known history or evidence of|known or documented history of|known current or past history of|known past or current|known previous|known past history of|any known history of|any documented history of|any medical history of|the presence or history of|personal medical history of|previous known|prior known|prior or existing|existing or prior|existing or previous|pre existing or history of|pre existing or past|history of or known|history of or suspected|history of or ongoing|history of any prior|history of an|history of the|has had prior|have had prior|has had previous|have had previous|had prior|had previous|received a diagnosis of|prior occurrence of|past occurrence of|occurrence of|previous occurrence of|has undergone any|have undergone any|undergone any|has undergone a|have undergone a|has undergone prior|have undergone prior|undergone prior|undergone previous|undergone a|undergoing or history of|patient has had|subject has had|participant has had|subject had|patient had|participant had|history of|a history of|prior history of|past history of|previous history of|medical history of|known history of|any history of|past medical history of|personal history of|previous|prior|past|had|had a|had an|has had|have had|has had a|have had a|clinical history of|documented history of|history or evidence of|history or presence of|presence or history of|current or past history of|current or history of|current or past|past or current|current or previous|previous or current|current or prior|prior or current|active or history of|history or current|past or present|present or past|experienced|history of or current|current or prior history of|current or previous history of|previous or current history of|past or current history of|past or present history of|prior or current history of|evidence or history of|history of any|undergone|has undergone|have undergone|underwent|who have had a|previous medical history of|significant history of|positive history of|history with|history of previous|history of prior|a previous|a prior|previously|history of a|prior history or presence of|history of or presence of|medical history of any|presence of or history of|ever had|previously had|previous diagnosis of|prior diagnosis of|history of known|current or history of any|a past history of|had a history of|h / o|h / o of|known or suspected history of|known prior|has a prior history of|has prior|have prior|known past|with previous|with prior|with history|with past|recipient of|recipients of|recipient of a|a recipient of|having undergone|having had|had undergone|has a history of|have a history of|previous or ongoing|ongoing or previous|past or ongoing|any prior|any previous|any past|any prior history of|any previous history of|any past history of|history of or active|active or past|documented prior|documented past|prior documented|who have experienced|has experienced|have experienced|has ever had|have ever had|self reported history of|who underwent|patient underwent|prior personal history of|lifetime history of|history of documented|history of confirmed|known personal history of|known medical history of|prior or concurrent|prior or concomitant|previous or concurrent|past or concurrent|current or history of a|documented medical history of|confirmed history of|a documented history of|a known history of|a medical history of|a current or past history of|history of having',
  ),
  took: formsOf(
    'has received at any time|ever received|ever taken|ever used|ever treated with|has ever received|have ever received|has ever taken|has ever been treated with|have ever been treated with|ever been treated with|been on|has been on|have been on|was treated with|was given|were given|were on|was on|patients treated with|patients who received|patients who have received|subjects who have received|participants who have received|participants who received|subjects who received|those who have received|individuals who have received|patient has received|subject has received|participant has received|patients have received|subjects have received|participants have received|patient received|subject received|participant received|patients previously treated with|patients who have been treated with|subjects who have been treated with|patients who have taken|subjects who have taken|participants who have taken|participants who have used|subjects who have used|patients who have used|have previously used|has previously used|previously used|previously taken|has previously taken|have previously taken|has taken any|have taken prior|has used prior|intake of|any intake of|consumption of|ingestion of|prior administration of any|previous administration of any|previous exposure to any|prior exposure to a|previous exposure to a|prior use of any|previous use of any|use in the past of|past use of|prior or ongoing treatment with|previous or ongoing treatment with|past or current treatment with|past or current use of|past or present use of|current or past use of|current or prior use of any|current or previous therapy with|current or prior therapy with|prior or current therapy with|previous or current therapy with|currently receiving or has received|is receiving or has received|receiving or having received|currently taking or have taken|taking or have taken|have received or are receiving|has received or is receiving|received or receiving|receiving or received|have received any prior|has received any prior|received any prior|received any previous|has received any previous|have received any previous|has received previous|have received previous|has received a prior|received one or more|received at least one|received at least 1|has received at least one|has received at least 1|have received at least one|have received at least 1|must have received|must have received at least one|must have received prior|must have been treated with|should have received|having been previously treated with|previous treatment with|prior treatment with|previously treated with|prior therapy with|previous therapy with|prior use of|previous use of|has received|have received|received|had received|receipt of|prior exposure to|previous exposure to|treated with|were treated with|been treated with|has been treated with|have been treated with|prior receipt of|has taken|have taken|taken|previous administration of|prior administration of|who received|has previously received|have previously received|previously received|previously been treated with|has received any|have received any|received any|history of treatment with|history of use of|previously exposed to|having received|has been previously treated with|has received prior|have received prior|received prior|has been administered|who have been treated with|prior systemic treatment with|has previously been treated with|used|have used|has used|took|administration of|administration of any|immunization with|vaccination with|vaccinated with|received treatment with|has received treatment with|have received treatment with|received therapy with|received previous|received prior treatment with|have previously been treated with|have been previously treated with|who have received|who have taken|who have used|patients received|who have previously received|who have received prior|prior or current use of|current or prior use of|current or previous use of|previous or current use of|any use of|any prior use of|previous or current treatment with|prior or current treatment with|current or prior treatment with|current or previous treatment with|prior treatment with any|previous treatment with any|prior treatment with a|previous treatment with a|prior treatment with an|treated by|previously treated by|previous treatment by|prior exposure to any|exposure to any|history of exposure to|prior systemic therapy with|having been treated with|have been exposed to|has been exposed to|exposed to|has undergone treatment with|currently receiving or have received|has used any|have used any|have taken any|taken any|received a|has received a|have received a|received an|has received an|any prior treatment with|any previous treatment with|any prior therapy with|prior receipt of any',
  ),
  take: formsOf(
    'on concomitant|on concurrent|on ongoing|on any kind of|currently on any|who are currently on|who are currently using|who currently use|who currently take|who currently receive|currently take|currently receive|currently receives|currently takes|currently uses|currently undergoing treatment with|currently in treatment with|in treatment with|in current treatment with|current ongoing treatment with|current or concurrent use of|concurrent or current use of|concomitant or current use of|concomitant or prior use of|active treatment with|ongoing or current treatment with|current or ongoing treatment with|current or ongoing use of|ongoing or current use of|patients currently taking|patients currently receiving|patients currently on|patients currently treated with|patients currently using|subjects currently taking|subjects currently receiving|subjects on|subjects treated with|subjects currently on|participants taking|participants receiving|participants on|participants currently taking|participants currently receiving|participants using|individuals taking|individuals on|individuals using|individuals receiving|patients who are on|patients who are taking|patients who are receiving|patients who are currently taking|patients who are currently receiving|subjects who are taking|subjects who are receiving|subjects who are on|participants who are taking|participants who are receiving|participants who are on|participants who are currently taking|patients who take|patients who use|patients who receive|subjects who take|patients under treatment with|patients under|under|under current treatment with|under ongoing treatment with|patient is receiving|patient is taking|patient is on|subject is receiving|subject is taking|subject is on|participant is receiving|participant is taking|participant is on|patient is currently receiving|subject is currently receiving|participant is currently receiving|subject is currently taking|patient is currently taking|is currently on|is currently using|are currently using|are currently on|being prescribed|is prescribed|are prescribed|has been prescribed|have been prescribed|been prescribed|receiving treatment with|receiving therapy with|receiving concomitant|receiving concurrent|receiving current|receiving ongoing|taking concomitant|currently undergoing|undergoing|who are undergoing|are undergoing|usage of|the use of|current usage of|current use of|currently taking|currently receiving|taking|receiving|current treatment with|concomitant use of|concurrent use of|are taking|is taking|is receiving|are receiving|ongoing treatment with|currently treated with|concomitant treatment with|currently using|using|concurrent treatment with|who are currently taking|who are currently receiving|is currently taking|is currently receiving|are currently taking|are currently receiving|is currently treated with|currently on|concomitant therapy with|current therapy with|current treatment by|ongoing use of|ongoing therapy with|use of|use of any|current use of any|are currently being treated with|being treated with|is on|are on|patients on|on treatment with|under treatment with|on|current or planned use of any other|on current treatment with|active use of|concomitant administration of|concurrent administration of|patients receiving|patients taking|patients using|patients treated with|subjects receiving|subjects taking|subjects using|are using|is using|who are on|who is taking|who are taking|who are using|who are receiving|who take|who use|who receive|receives|takes|uses|take|use|receive|current or concomitant use of|currently use|currently taking any|taking any|receiving any|currently receiving any|concomitant use of any|concurrent use of any|on any|concomitant treatment with any|ongoing use of any|currently being treated with|being on|currently under treatment with|under therapy with|on therapy with|simultaneous use of|current administration of|concomitant medication with|concomitant therapy with any|who are being treated with|who are treated with|undergoing treatment with|ongoing or planned treatment with|currently prescribed|prescribed|who are prescribed',
  ),
  need: formsOf(
    'currently requiring|currently require|currently requires|currently need|in need for|with a need for|with need for|with the need for|who needs|that requires|requirement for a|need for a|need for an|need of a|need to take|needs to take|must take|require a|requires a|require an|requires an|current requirement for|continued need for|ongoing need for|permanent need for|immediate need for|urgent need for|dependency on|dependent upon|reliance on|reliant on|need for|needs|require|requires|requiring|in need of|requirement for|requirement of|need of|the need for|a need for|requirement for use of|any need for|current need for|need to use|need for any|likely to require|anticipated need for|requires the use of|requiring the use of|require the use of|requires use of|require use of|requiring use of|who require|who need|patients requiring|subjects requiring|requires chronic|dependent on|dependence on',
  ),
  family: formsOf(
    'family history of|a family history of|positive family history of|known family history of|family history of known|a known family history of|a positive family history of|family history of any',
  ),
  unable: formsOf(
    'unable to perform|inability to perform|cannot perform|not able to perform|unable to complete|unable or unwilling to perform|unable to undergo|inability to undergo|cannot undergo|unable to receive|unable to take|inability to take|unable to tolerate|inability to tolerate|cannot tolerate|unable to have|cannot take|cannot receive|not able to tolerate|not able to undergo|unable or unwilling to undergo',
  ),
  plan: formsOf(
    'planning to receive|plan to receive|plans to receive|intend to receive|intends to receive|intending to receive|are awaiting|is awaiting|are scheduled to receive|is scheduled to receive|scheduled to have|intends to have|intend to have|plans to have|plan to have|planning to use|plan to use|plans to use|intend to use|intention to use|intends to undergo|planning to start|plan to start|planned to have|likely to undergo|likely to receive|likely to have|is planned for|are planned for|has planned|have planned|anticipated need for|anticipated use of|expected to require|expected to have|expected to need|may require|will require|will need|will undergo|will receive|candidate for planned|with planned|on the waiting list for a|on the waiting list for an|listed for a|on a waiting list for a|planned or anticipated|anticipated or planned|considered for|being considered for|evaluated for|being evaluated for|undergoing evaluation for|referred for|indicated for planned|waitlisted for|plan of|plans for|planned admission for|listed for|on the waiting list for|on waiting list for|waiting list for|on a waiting list for|on the list for|need for planned|planned|scheduled for|scheduled|awaiting|planning to undergo|planned to undergo|expected to undergo|plan to undergo|scheduled to undergo|are scheduled for|is scheduled for|are scheduled to undergo|planning to have|planned to receive|scheduled to receive|planning for|expected to receive|planned or scheduled|plans to undergo|scheduled or planned|waiting for|who are scheduled for|intend to undergo|anticipated|plan for|planned use of|planned treatment with|planned or expected|expected',
  ),
}
/** "Chronic use of", "regular intake of": how what is taken is taken. */
const manners: readonly (readonly [string, AskedLike])[] = [
  ['chronic|long term|prolonged|maintenance', { en: 'long-term', fr: 'au long cours' }],
  ['regular|habitual', { en: 'regular', fr: 'régulier', frFeminine: 'régulière' }],
  ['daily|chronic daily', { en: 'daily', fr: 'quotidien', frFeminine: 'quotidienne' }],
  ['continuous', { en: 'continuous', fr: 'continu', frFeminine: 'continue' }],
  ['frequent', { en: 'frequent', fr: 'fréquent', frFeminine: 'fréquente' }],
  ['systemic', { en: 'of the whole body', fr: 'pour tout le corps' }],
]
const uses =
  'use of|usage of|intake of|treatment with|therapy with|administration of|treatment by|consumption of|use of any|treatment with any|use of a'
const mannerForms = manners.map(
  ([words, like]) =>
    [
      formsOf(
        words
          .split('|')
          .flatMap((word) =>
            [
              '',
              'current ',
              'currently ',
              'on ',
              'ongoing ',
              'receiving ',
              'requires ',
              'requiring ',
            ].flatMap((before) => uses.split('|').map((use) => `${before}${word} ${use}`)),
          )
          .join('|'),
      ),
      like,
    ] as const,
)
const able = formsOf(
  'able to perform|able to undergo|ability to perform|ability to undergo|able to complete|able to have|capable of performing|willing and able to undergo|able and willing to undergo|able to tolerate|able to take|can undergo',
)
const frameNames = ['had', 'took', 'take', 'need', 'plan', 'family', 'unable'] as const

const mostTrailing = 9
const trailers = formsOf(
  'will be excluded|are excluded|is excluded|should be excluded|must be excluded|were excluded|are not eligible|are ineligible|will not be included|are also excluded|is an exclusion|be excluded|, will be excluded|(excluded)|will be excluded from the study|are excluded from the study|should be excluded from the study|cannot be included|cannot participate|cannot participate in this study|cannot participate in the study|are not allowed|is not allowed|is not permitted|are not permitted|not allowed|not permitted|are prohibited|is prohibited|will be ineligible|are to be excluded|is exclusionary|are exclusionary|will not be eligible|may not participate|patients|subjects|participants|individuals|diagnosis|will be excluded from participation|are excluded from participation',
)
