/** What an extension of ours holds: the kind of its value, and what it stands on. */
export interface ExtensionDefinition {
  /** The end of its address, and its id: `overall-status`. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** The elements that it may stand on: `ResearchStudy`, `Location.position`. */
  readonly contexts: readonly string[]
  /** The type of its value; of one with parts, the type of each part by its name. */
  readonly value: ExtensionValue | Readonly<Record<string, ExtensionValue>>
}

/** The types that extensions of ours have. */
export type ExtensionValue = 'code' | 'string' | 'markdown' | 'dateTime' | 'Reference'

/** Every extension that our resources carry. Each is served as a StructureDefinition under the address of the FHIR server. */
export const extensionDefinitions = [
  {
    name: 'overall-status',
    title: 'Overall status',
    description: "The registry's own word for the status of the study, as RECRUITING or UNKNOWN.",
    contexts: ['ResearchStudy'],
    value: 'code',
  },
  {
    name: 'last-known-status',
    title: 'Last known status',
    description:
      'The status that the study had before nobody confirmed it for two years. It says nothing of today.',
    contexts: ['ResearchStudy'],
    value: 'code',
  },
  {
    name: 'status-verified',
    title: 'Status verified',
    description: 'When the study team last said that the record is right.',
    contexts: ['ResearchStudy'],
    value: 'dateTime',
  },
  {
    name: 'official-title',
    title: 'Official title',
    description: 'The title in the words of the protocol.',
    contexts: ['ResearchStudy'],
    value: 'string',
  },
  {
    name: 'acronym',
    title: 'Acronym',
    description: 'The short name of the study.',
    contexts: ['ResearchStudy'],
    value: 'string',
  },
  {
    name: 'primary-completion-date',
    title: 'Primary completion date',
    description: 'When the last participant is measured for the main outcome.',
    contexts: ['ResearchStudy'],
    value: 'dateTime',
  },
  {
    name: 'completion-date',
    title: 'Completion date',
    description:
      'The end of the study, where the record puts it before the start, so that no period can hold both.',
    contexts: ['ResearchStudy'],
    value: 'dateTime',
  },
  {
    name: 'collaborator',
    title: 'Collaborator',
    description: 'An organization that helps the sponsor.',
    contexts: ['ResearchStudy'],
    value: 'Reference',
  },
  {
    name: 'official',
    title: 'Official',
    description:
      'A person who answers for the study, with the role in the words of the registry, as STUDY_CHAIR.',
    contexts: ['ResearchStudy'],
    value: { role: 'code', person: 'Reference' },
  },
  {
    name: 'affiliation',
    title: 'Affiliation',
    description: 'Where a person who answers for the study works.',
    contexts: ['Practitioner'],
    value: 'string',
  },
  {
    name: 'recruitment-status',
    title: 'Recruitment status of a site',
    description: "The registry's own word for the status of this site, as RECRUITING.",
    contexts: ['Location'],
    value: 'code',
  },
  {
    name: 'position-exactness',
    title: 'Exactness of a position',
    description:
      'What the coordinates are the middle of, where they were worked out from the address: town, postcode or region.',
    contexts: ['Location.position'],
    value: 'code',
  },
  {
    name: 'enrollment-type',
    title: 'Kind of enrollment number',
    description: 'Whether the number of participants is ACTUAL or ESTIMATED.',
    contexts: ['Group'],
    value: 'code',
  },
  {
    name: 'time-frame',
    title: 'Time frame',
    description: 'When an outcome is measured.',
    contexts: ['ResearchStudy.objective', 'ResearchStudy.outcomeMeasure'],
    value: 'string',
  },
  {
    name: 'outcome-description',
    title: 'Description of an outcome',
    description: 'How an outcome is measured.',
    contexts: ['ResearchStudy.objective'],
    value: 'markdown',
  },
  {
    name: 'study',
    title: 'Study of a self-check',
    description: 'The study that a questionnaire asks about.',
    contexts: ['Questionnaire'],
    value: 'Reference',
  },
] as const satisfies readonly ExtensionDefinition[]

/** The name of an extension of ours. */
export type ExtensionName = (typeof extensionDefinitions)[number]['name']

/** The address of an extension of ours under the address of a FHIR server (`https://trials.example.org/fhir/R4`). */
export function extensionUrl(base: string, name: ExtensionName): string {
  return `${base}/StructureDefinition/${name}`
}
