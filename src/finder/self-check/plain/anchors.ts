import type { AskedAnchor } from '../../../words/language/asked.ts'
import type { FoundAt } from './found-at.ts'
import { type WordForms, endsAt, formsOf, writtenForms } from './forms.ts'

/** The event of a study that a time is counted from, after one of some words ("prior to", "before", "of"). Rule `asked-anchor@1`. */
export function anchorAt(
  words: readonly string[],
  at: number,
  by: readonly string[],
): FoundAt<AskedAnchor> | undefined {
  const lead = words[at] ?? ''
  if (!by.includes(lead)) return undefined
  let place = at + 1
  if (lead === 'prior' && words[place] === 'to') place += 1
  if (words[place] === 'the' || words[place] === 'their' || words[place] === 'this') place += 1
  if (timeOf.has(words[place] ?? '') && words[place + 1] === 'of') place += 2
  if (words[place] === 'the') place += 1
  let best: FoundAt<AskedAnchor> | undefined
  for (const [forms, value] of [...anchorForms, startForms]) {
    const [end = 0] = endsAt(words, place, forms)
    if (end > (best?.end ?? 0)) best = { end, value }
  }
  return best && best.value === 'firstDose' ? afterCode(words, best) : best
}

/** "The first dose of HS-20093": the study's medicine by its code. */
function afterCode(words: readonly string[], found: FoundAt<AskedAnchor>): FoundAt<AskedAnchor> {
  const [of, letters = '', digits = ''] = words.slice(found.end, found.end + 3)
  if (of !== 'of') return found
  if (/^[a-z]{2,5}$/.test(letters) && /^\d{3,6}$/.test(digits))
    return { ...found, end: found.end + 3 }
  return /^[a-z]{2,5}\d{3,6}$/.test(letters) ? { ...found, end: found.end + 2 } : found
}

const timeOf = new Set(['time', 'date', 'day', 'start', 'beginning', 'initiation', 'moment'])

/** What criteria call the events of a study. */
const anchors: Readonly<Record<AskedAnchor, string>> = {
  entry:
    'start of trial participation|study initiation|trial initiation|start of study participation|initiation of the study|initiation of study|inclusion into this study|enrollment into this study|beginning the trial|study baseline|baseline assessment|baseline evaluation|entering this study|entry to the study|entry in the study|entry into this study|entry into the trial|present study|current study|inclusion in the trial|inclusion in this study|enrolling in the study|enrolment|study enrolment|trial enrolment|recruitment into the study|research visit|registration in the study|patient enrollment|subject enrollment|participant enrollment|patient inclusion|patient recruitment|participation in this study|participation in the trial|study day 1|study day 0|step 1 registration|step 2 registration|step 0 registration|study enrollment|inclusion|study entry|entry|entering the study|entry into the study|study inclusion|inclusion in the study|study start|study|start of the study|beginning of the study|study participation|participation|participation in the study|trial entry|baseline|registration|recruitment|start of study|trial|study begin|beginning of study|entry into study|study registration|this study|this trial|the trial|enrolment into the study|enrollment in this study|enrolment in the trial|entering into the study|inclusion visit|subject registration|patient registration|study registration|inclusion into the study|study commencement|beginning the study|joining the study|trial registration|trial start|trial inclusion|trial enrollment|enrollment in the study|enrollment into the study|start of the trial|enrolling',
  screening:
    'screening|screening visit|screening visit (visit 1)|visit 0|day of screening|screening period|screening (visit 1)|pre screening|selection|screening for the study|screening evaluation|screening assessment|screening assessments|screening procedures|screening tests|screening for this study|v0|screening visit 1|the screening visit v1|initial screening|screening examination|first screening visit|start of screening',
  draw: 'randomization|randomisation|study randomization|randomization into the study|randomization in the study|being randomized|randomization visit|allocation|day of randomization',
  firstDose:
    'first dose|first dose of study drug|first dose of study treatment|first dose of study medication|first dose of the study drug|first dose of study intervention|first dose of investigational product|study drug administration|start of study treatment|start of treatment|start of study drug|initiation of study treatment|initiation of study drug|initiation of treatment|initiation of study therapy|study treatment|first administration of study drug|first study drug administration|first dose of trial treatment|first dose of trial medication|dosing|first dosing|cycle 1 day 1|day 1 of treatment|first study treatment|first dose of treatment|start of study medication|start of study therapy|start of therapy|first administration|first dose of investigational drug|first administration of the study drug|first administration of study treatment|initiation of study medication|investigational product administration|administration of study drug|first infusion|first injection|treatment|first treatment|first dose of study therapy|day 1 of study treatment|first dose of the study treatment|first dose of the study medication|administration of the study drug|first vaccination|vaccination|first dose of study vaccine|study vaccination|study intervention|start of study intervention|first infusion of study drug|first dose of study product|first dose of investigational medicinal product|first dose of the investigational product|first dose of imp|first dose of study agent|first dose of study medicine|start of trial treatment|start of trial therapy|start of the study treatment|start of the study drug|start of the treatment|starting treatment|starting study treatment|starting study drug|study drug treatment|study drug initiation|study treatment initiation|treatment initiation|treatment start|initiation of trial treatment|initiation of the study drug|initiation of study intervention|first trial treatment|first study vaccination|dose 1|study dosing|day 1 of treatment|day 1 of cycle 1|day 1 of study|first use of study drug|first dose of drug|first medication|first dose of vaccine|first study drug dose|first administration of trial drug|administration of the first dose of study drug|beginning of treatment|beginning study treatment|c1d1|first use of the study drug|first study dose|first dose of study drug administration|first administration of investigational product|first injection of study drug|first infusion of study treatment',
  visit:
    'visit 1|day 1|v1|v2|visit 3|first visit of the study|clinic visit|enrollment visit|the visit|first visit|first study visit|visit 2|baseline visit|study visit|day 0|initial visit',
  consent:
    'consent|informed consent|signing informed consent|signing the informed consent|signing of informed consent|signing of the informed consent|signing the informed consent form|providing informed consent|signature of informed consent|time of consent|icf|study consent|signing the icf|signing of the icf|signing of icf|signing icf|date of informed consent|informed consent signature|provision of informed consent|signing informed consent form|signing of the consent form|signing the consent form|signing consent|obtaining informed consent',
  test: 'spirometry|lung function testing|pulmonary function testing|skin testing|skin prick testing|skin prick test|skin test|food challenge|the food challenge|oral food challenge|the oral food challenge|ofc|dbpcfc|challenge|imaging|mri|mr imaging|the mri|the mr imaging|biopsy|test|tests|testing|exercise test|exercise testing|blood sampling|blood draw|sample collection|examination|study assessment|study test|study tests|study procedures|any study procedure|study related procedures|methacholine challenge|bronchial challenge|allergen challenge|cardiac catheterization|catheterization|procedure visit|leukapheresis|apheresis|sampling',
  surgery:
    'surgery|procedure|planned surgery|the procedure|the operation|scheduled surgery|the intervention|study surgery|the index procedure|planned procedure|implant|device implantation|planned index procedure|planned implant|study device implantation|index procedure|operation|study procedure|implantation|intervention|index surgery|transplant|transplantation',
  admission: 'admission|hospital admission|hospitalization|presentation|index hospitalization',
}

/** "The start of study treatment", "initiation of protocol therapy", "the first administration of the trial product". */
const starts =
  'start|beginning|initiation|initiating|commencement|starting|onset|first dose|first dosing|first administration|administration|first day|day 1|first infusion|first injection|first use|first intake|receipt|receiving|initial dose|dose|randomized|the start'
const treatments =
  'treatment|therapy|drug|medication|intervention|product|agent|infusion|vaccine|vaccination|chemotherapy|regimen|induction therapy|conditioning|lymphodepletion|immunotherapy|procedures|dosing|medicine|device'
const ownWords =
  '|study |trial |protocol |investigational |the study |the trial |the investigational |the protocol |this study |investigational medicinal |the '
const startsOfTreatment = starts
  .split('|')
  .flatMap((start) =>
    ownWords
      .split('|')
      .flatMap((own) =>
        treatments
          .split('|')
          .flatMap((what) => [`${start} of ${own}${what}`, `${own}${what} ${start}`]),
      ),
  )
const protocolTreatments = ['study', 'trial', 'protocol', 'investigational'].flatMap((own) =>
  treatments.split('|').map((what) => `${own} ${what}`),
)

const anchorForms = (Object.keys(anchors) as AskedAnchor[]).map(
  (anchor): readonly [WordForms, AskedAnchor] => [formsOf(anchors[anchor]), anchor],
)
const startForms: readonly [WordForms, AskedAnchor] = [
  writtenForms(
    [...startsOfTreatment, ...protocolTreatments].map((one) => one.replaceAll('  ', ' ')),
  ),
  'firstDose',
]
