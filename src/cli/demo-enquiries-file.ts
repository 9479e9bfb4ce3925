import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { areDetails, type EnquiryDetails } from '../people/enquiries/model/details.ts'
import { steps } from '../people/enquiries/desk/step.ts'

const act = z.object({
  /** After it was asked. */
  daysAfter: z.number().nonnegative(),
  by: z.enum(['coordinator', 'manager']),
  do: z.enum(['open', 'note', 'pass-on', ...steps]),
  text: z.string().default(''),
  reason: z.string().exactOptional(),
  consentedDaysAfter: z.number().nonnegative().exactOptional(),
})

/** The shape of an enquiry that is made up. */
export const demoEnquiryShape = z.object({
  from: z.email(),
  language: z.enum(['en', 'fr']),
  daysAgo: z.number().nonnegative(),
  isConfirmed: z.boolean(),
  details: z.custom<EnquiryDetails>(areDetails),
  acts: z.array(act),
})

const shape = z.object({ enquiries: z.array(demoEnquiryShape) })

/** An enquiry that is made up, and what was done with it since. */
export type DemoEnquiry = z.infer<typeof demoEnquiryShape>

/** Something that somebody of the site, or who asked, did with a made-up enquiry. */
export type DemoAct = z.infer<typeof act>

/** The enquiries of the demonstration that ships. */
export function readDemoEnquiries(): readonly DemoEnquiry[] {
  return shape.parse(JSON.parse(readFileSync(file, 'utf8'))).enquiries
}

const file = join(import.meta.dirname, '../../data/demonstration/enquiries.json')
