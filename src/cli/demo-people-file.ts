import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { demoEnquiryShape } from './demo-enquiries-file.ts'
import { studyRoles } from '../people/accounts/model/actor.ts'

const language = z.enum(['en', 'fr'])

const madeUpSite = z.object({
  facility: z.string(),
  city: z.string(),
  country: z.string(),
  geoPoint: z.object({ lat: z.number(), lon: z.number() }),
})

const shape = z.object({
  study: z.string(),
  site: z.object({ facility: z.string(), city: z.string() }),
  otherSite: madeUpSite,
  thirdSite: madeUpSite.exactOptional(),
  contacts: z.object({
    central: z.email(),
    site: z.email(),
    otherSite: z.email(),
    thirdSite: z.email().exactOptional(),
  }),
  accounts: z.array(
    z.object({
      address: z.email(),
      name: z.string(),
      language,
      role: z.enum([...studyRoles, 'operator']),
      /** Of one of the sites, of the whole study, or of the installation. */
      at: z.enum(['site', 'otherSite', 'thirdSite', 'study', 'house']),
      /** Where their link leads. */
      path: z.string(),
    }),
  ),
})

const studyShape = shape.extend({
  thirdSite: madeUpSite,
  /** Those of `enquiries.json` are played as well. */
  enquiries: z.array(demoEnquiryShape),
  /** In the order in which they are invented. */
  children: z.array(z.object({ name: z.string(), language })),
})

/** Who is made up for a demonstration, and at which study. */
export type DemoPeople = z.infer<typeof shape>

/** Who is made up for the demonstration of a study that is run, with the names of the children. */
export type DemoStudyPeople = z.infer<typeof studyShape>

/** The people of the demonstration that ships. */
export function readDemoPeople(): DemoPeople {
  return shape.parse(readFileOf('people.json'))
}

/** The people of the demonstration of a study that is run. */
export function readDemoStudyPeople(): DemoStudyPeople {
  return studyShape.parse(readFileOf('study.json'))
}

function readFileOf(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

const folder = join(import.meta.dirname, '../../data/demonstration')
