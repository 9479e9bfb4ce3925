import { find, findAll, textAt, textsAt, type Element } from './element.ts'
import { enrollment } from './identification.ts'
import { markdownAt } from './markdown.ts'
import { code, compact, compactAll, flag, type Fields } from './values.ts'

/** What kind of study it is. */
export function design(root: Element): Fields | undefined {
  const type = textAt(root, 'study_type')
  const studyType = type === 'N/A' ? undefined : code(type?.replace(/ \[.*\]$/, ''))
  return compact({
    studyType,
    expandedAccessTypes: expandedAccess(find(root, 'expanded_access_info')),
    patientRegistry: type?.includes('[Patient Registry]') ? true : undefined,
    targetDuration: textAt(root, 'target_duration'),
    phases: studyType === 'INTERVENTIONAL' ? phases(textAt(root, 'phase')) : undefined,
    designInfo: designInfo(root),
    bioSpec: compact({
      retention: code(textAt(root, 'biospec_retention')),
      description: markdownAt(root, 'biospec_descr'),
    }),
    enrollmentInfo: enrollment(root),
  })
}

function expandedAccess(info: Element | undefined): Fields | undefined {
  return compact({
    individual: flag(textAt(info, 'expanded_access_type_individual')),
    intermediate: flag(textAt(info, 'expanded_access_type_intermediate')),
    treatment: flag(textAt(info, 'expanded_access_type_treatment')),
  })
}

/** "Phase 1/Phase 2" is two phases; phase 0 is the older name of early phase 1. */
function phases(words: string | undefined): string[] {
  if (words === undefined) return []
  if (words === 'N/A') return ['NA']
  return words.split('/').map((phase) => {
    const name = phase.toUpperCase().replace(/[^A-Z0-9]+/g, '')
    return name === 'PHASE0' || name === 'EARLYPHASE1' ? 'EARLY_PHASE1' : name
  })
}

/** The design in parts, or, in older records, in one line: "Allocation: Randomized, Masking: Open Label". */
function designInfo(root: Element): Fields | undefined {
  const info = find(root, 'study_design_info')
  const line = info ? new Map<string, string>() : designLine(textAt(root, 'study_design') ?? '')
  const part = (name: string, label: string) => textAt(info, name) ?? line.get(label)
  const model = part('intervention_model', 'Intervention Model')
  const allocation = part('allocation', 'Allocation')
  return compact({
    allocation: allocation === 'N/A' ? 'NA' : code(allocation),
    interventionModel: code(model?.replace(/ Assignment$/, '')),
    interventionModelDescription: markdownAt(info, 'intervention_model_description'),
    primaryPurpose: code(part('primary_purpose', 'Primary Purpose')),
    observationalModel: code(part('observational_model', 'Observational Model')),
    timePerspective: code(part('time_perspective', 'Time Perspective')),
    maskingInfo: maskingInfo(part('masking', 'Masking'), info),
  })
}

function designLine(line: string): Map<string, string> {
  const parts = line.split(/, (?=[A-Z][A-Za-z ]+: )/).map((part) => part.split(/: (.*)/s))
  return new Map(parts.map(([label = '', words = '']) => [label.trim(), words.trim()]))
}

/**
 * "Double (Participant, Investigator)", "Double Blind (Subject, Caregiver)", "None (Open Label)", or
 * only who is masked; then the level is how many they are, as the registry counts.
 */
function maskingInfo(words: string | undefined, info: Element | undefined): Fields | undefined {
  const [, before, inside] = /^([^(]*)(?:\((.*)\))?$/.exec(words ?? '') ?? []
  const level = code(before)?.replace(/_(BLIND|MASKED)$/, '')
  const whoMasked = [before, inside].flatMap((part) =>
    (part ?? '').split(',').flatMap((name) => masked.get(name.trim()) ?? []),
  )
  const isOpen = level === 'OPEN_LABEL' || level === 'OPEN' || level === 'NO_MASKING'
  const onlyWho = inside === undefined && whoMasked.length > 0
  return compact({
    masking: isOpen ? 'NONE' : (onlyWho ? levels[whoMasked.length] : level) || undefined,
    maskingDescription: markdownAt(info, 'masking_description'),
    whoMasked,
  })
}

const levels = ['NONE', 'SINGLE', 'DOUBLE', 'TRIPLE', 'QUADRUPLE']

const masked = new Map([
  ['Participant', 'PARTICIPANT'],
  ['Subject', 'PARTICIPANT'],
  ['Care Provider', 'CARE_PROVIDER'],
  ['Caregiver', 'CARE_PROVIDER'],
  ['Investigator', 'INVESTIGATOR'],
  ['Outcomes Assessor', 'OUTCOMES_ASSESSOR'],
])

/** The groups of the study and what each is given. */
export function legacyArms(root: Element): Fields | undefined {
  const interventions = findAll(root, 'intervention')
  return compact({
    armGroups: compactAll(findAll(root, 'arm_group'), (group) => armGroup(group, interventions)),
    interventions: compactAll(interventions, intervention),
  })
}

function armGroup(group: Element, interventions: readonly Element[]): Fields | undefined {
  const label = textAt(group, 'arm_group_label')
  const given = interventions.filter((one) =>
    textsAt(one, 'arm_group_label').some((other) => other === label),
  )
  return compact({
    label,
    type: code(textAt(group, 'arm_group_type')),
    description: markdownAt(group, 'description'),
    interventionNames: given.map(
      (one) => `${textAt(one, 'intervention_type')}: ${textAt(one, 'intervention_name')}`,
    ),
  })
}

function intervention(element: Element): Fields | undefined {
  return compact({
    type: code(textAt(element, 'intervention_type')),
    name: textAt(element, 'intervention_name'),
    description: markdownAt(element, 'description'),
    armGroupLabels: textsAt(element, 'arm_group_label'),
    otherNames: textsAt(element, 'other_name'),
  })
}
