import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const language = z.enum(['en', 'fr'])

const shape = z.object({
  study: z.string(),
  site: z.object({ facility: z.string(), city: z.string() }),
  otherSite: z.object({
    facility: z.string(),
    city: z.string(),
    country: z.string(),
    geoPoint: z.object({ lat: z.number(), lon: z.number() }),
  }),
  contacts: z.object({ central: z.email(), site: z.email(), otherSite: z.email() }),
  accounts: z.array(
    z.object({
      address: z.email(),
      name: z.string(),
      language,
      role: z.enum(['coordinator', 'manager', 'auditor', 'operator']),
      /** Of the site of the study, or of the installation. */
      at: z.enum(['site', 'house']),
      /** Where their link leads. */
      path: z.string(),
    }),
  ),
})

/** Who is made up for a demonstration, and at which study. */
export type DemoPeople = z.infer<typeof shape>

/** The people of the demonstration that ships. */
export function readDemoPeople(): DemoPeople {
  return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
}

const file = join(import.meta.dirname, '../../data/demonstration/people.json')
