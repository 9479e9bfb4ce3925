import type { ExtensionDefinition } from '../parts/extensions.ts'

/** What a match says of each study, beside its score. */
export const matchExtensions: readonly ExtensionDefinition[] = [
  {
    name: 'match-overall',
    title: 'What a match comes to',
    description:
      'worth-asking where nothing speaks against, site-must-tell where something is open, probably-not where a criterion is not met. It never says that a person is eligible.',
    contexts: ['Bundle.entry.search'],
    value: 'code',
  },
  {
    name: 'match-criterion',
    title: 'A criterion held against a record',
    description:
      'One limit or criterion of the study: its verdict is met, not-met, unknown, or presumed where the record is silent and an exclusion is taken as clear; its kind is age, sex, or the part of the text that it stands in; with the rule that decided, and what in the record says so.',
    contexts: ['Bundle.entry.search'],
    value: {
      verdict: 'code',
      kind: 'code',
      text: 'string',
      reason: 'string',
      evidence: 'string',
    },
  },
]
