import { can } from '../../accounts/model/can.ts'
import type { Actor } from '../../accounts/model/actor.ts'
import { audit } from '../../audit/append.ts'
import type { PeopleBase } from '../../asks/people-base.ts'
import type { Reader } from '../../records/model/records.ts'
import { actingAt } from './acting.ts'
import { longestReply, readStep, type SiteStep } from './step.ts'

/** What a site writes often, for one step and language. */
export interface ReplyTemplate {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly name: string
  readonly step: SiteStep
  readonly text: string
}

/** A site of a study. */
export interface SitePlaceOfStudy {
  readonly study: string
  readonly site: string
}

/** A site keeps at most so many. */
export const mostTemplates = 60

/** The longest name of one, in characters. */
export const longestTemplateName = 80

/** The templates of a site, by step and name. */
export async function templatesAt(
  db: Reader,
  { study, site }: SitePlaceOfStudy,
): Promise<readonly ReplyTemplate[]> {
  const rows = await db
    .selectFrom('reply_template')
    .select(['id', 'language', 'name', 'step', 'text'])
    .where('study', '=', study)
    .where('site', '=', site)
    .orderBy('step')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const step = readStep(row.step)
    return step ? { ...row, step } : []
  })
}

/** A template as it was typed; without an id it is a new one. */
export type TypedTemplate = Omit<ReplyTemplate, 'id'> & { readonly id?: string }

/** `no`: who asks may not answer there. Else what is wrong: no name, no text, too long, or too many. */
export type TemplateKept = 'kept' | 'no' | 'name' | 'text' | 'many'

/** Keeps a template of a site, new or changed. Whoever answers there may. */
export async function keepTemplate(
  { records, newId }: PeopleBase,
  actor: Actor,
  { at, template }: { readonly at: SitePlaceOfStudy; readonly template: TypedTemplate },
  now: Date,
): Promise<TemplateKept> {
  const [name, text] = [template.name.trim(), template.text.trim()]
  if (!can.answer(actor, at)) return 'no'
  if (name === '' || name.length > longestTemplateName) return 'name'
  if (text === '' || text.length > longestReply) return 'text'
  const { language, step } = template
  const said = { language, step, name, text, changed_at: now.toISOString() }
  const changed_by = `account/${actor.accountId}`
  return records.write(async (tx) => {
    const known = await templatesAt(tx, at)
    const old = known.find(({ id }) => id === template.id)
    if (!old && known.length >= mostTemplates) return 'many'
    const id = old?.id ?? newId()
    if (old)
      await tx
        .updateTable('reply_template')
        .set({ ...said, changed_by })
        .where('id', '=', id)
        .execute()
    else
      await tx
        .insertInto('reply_template')
        .values({ ...at, ...said, id, changed_by })
        .execute()
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'template.kept',
      subject: `template/${id}`,
      details: { ...actingAt(actor, at), study: at.study, site: at.site, step, language },
    })
    return 'kept'
  })
}

/** Drops a template of a site; answers whether there was one that this person may drop. */
export async function dropTemplate(
  { records }: PeopleBase,
  actor: Actor,
  { at, id }: { readonly at: SitePlaceOfStudy; readonly id: string },
  now: Date,
): Promise<boolean> {
  if (!can.answer(actor, at)) return false
  return records.write(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('reply_template')
      .where('id', '=', id)
      .where('study', '=', at.study)
      .where('site', '=', at.site)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'template.dropped',
      subject: `template/${id}`,
      details: { ...actingAt(actor, at), study: at.study, site: at.site },
    })
    return true
  })
}
