import { statusNames } from './status-names.ts'

/** Words for what was found, for a person at a terminal: the same as on the pages. */

/** The registry's statuses in plain words. */
export const statuses = statusNames.en

/** Where in a record words were found. */
export const fields = {
  id: 'its numbers',
  title: 'the title',
  condition: 'its conditions',
  keyword: 'its keywords',
  intervention: 'its treatments',
  summary: 'its summary',
  outcome: 'what it measures',
  sponsor: 'who runs it',
  site: 'its sites',
  other: 'other parts of its record',
} as const

/** A distance is never more exact than the coordinates behind it. */
export const distances = {
  town: (km: string) => `about ${km} km away, measured to the town`,
  postcode: (km: string) => `about ${km} km away, measured to the postcode`,
  region: (km: string) => `very roughly ${km} km away, measured to the region`,
  plain: (km: string) => `about ${km} km away`,
} as const
