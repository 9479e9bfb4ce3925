import { type Context, Hono } from 'hono'
import type { Actor, DeskPlace } from '../../../../people/accounts/model/actor.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import {
  type NewQuery,
  openQuery,
  stepQuery,
} from '../../../../study/conduct/review/change-query.ts'
import {
  queriesOf,
  type QueryThread,
  readDataQuery,
} from '../../../../study/conduct/review/query.ts'
import { type QueryStep, stepRules } from '../../../../study/conduct/review/query-steps.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, withParticipant } from '../parts/participant-view.ts'
import { goneQueryPage } from './gone-query-page.ts'
import { queriesPage, type TypedQuery } from './queries-page.ts'
import { queryPage, type TypedQueryStep } from './query-page.ts'

/** `/desk/participants/:id/queries`: what is asked of what was recorded, by people and by rule. */
export function participantQueryRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantQueries.pattern, (c) =>
    withParticipant(c, app, async (view) => {
      const fact = new URLSearchParams(view.page.query).get('fact')
      const about = fact === null ? '' : `fact:${fact}`
      return c.html(queriesPage(view, await threadsOf(view), freshQuery(view, about)))
    }),
  )
  area.get(paths.participantQuery.pattern, (c) =>
    withParticipant(c, app, async (view) => {
      const thread = await threadOf(c, view)
      return thread
        ? c.html(await shown(view, thread, { step: undefined, text: '' }))
        : c.html(goneQueryPage(view), 404)
    }),
  )
  area.post(paths.participantQueries.pattern, (c) => withSent(c, app, can.openQueries, postQuery))
  area.post(paths.participantQuery.pattern, (c) => withSent(c, app, mayWrite, postStep))
  return area
}

function mayWrite(actor: Actor, at: DeskPlace): boolean {
  return can.openQueries(actor, at) || can.answerQueries(actor, at)
}

type Post = (c: Context, view: ParticipantView, form: URLSearchParams) => Promise<Response>

async function withSent(
  c: Context,
  app: App,
  may: (actor: Actor, at: DeskPlace) => boolean,
  post: Post,
): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  return withParticipant(c, app, (view) => post(c, view, form), may)
}

function threadsOf({ app, of }: ParticipantView): Promise<readonly QueryThread[]> {
  return queriesOf(app.people.records.db, of.participant)
}

function threadOf(c: Context, { app, of }: ParticipantView): Promise<QueryThread | undefined> {
  return readDataQuery(app.people.records.db, of.participant, c.req.param('query') ?? '')
}

function freshQuery({ app }: ParticipantView, about: string): TypedQuery {
  return { formKey: app.people.newId(), about, text: '' }
}

async function shown(view: ParticipantView, thread: QueryThread, typed: TypedQueryStep) {
  const { db, keys } = view.app.people.records
  const ids = thread.events.map(({ accountId }) => accountId)
  return queryPage(view, thread, await accountNames(db, keys, ids), typed)
}

const postQuery: Post = async (c, view, form) => {
  const { app, actor, of, page } = view
  const { id } = of.participant
  const typed = {
    formKey: form.get('form') ?? '',
    about: form.get('about') ?? '',
    text: (form.get('text') ?? '').replaceAll('\r\n', '\n'),
  }
  const asked: NewQuery = {
    participant: id,
    formKey: typed.formKey,
    text: typed.text,
    about: aboutOfForm(typed.about),
    isDraft: form.get('do') === 'draft',
  }
  const outcome = await openQuery(app.people, actor, asked, app.now())
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participantQuery(id, outcome.query), { did: 'done' }), 303)
    case 'refused': {
      const again = { ...typed, problem: outcome.code }
      return c.html(queriesPage(view, await threadsOf(view), again), 422)
    }
    case 'locked':
    case 'changed':
      return c.html(queriesPage({ ...view, lock: 'locked' }, await threadsOf(view), typed), 409)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
  }
}

function aboutOfForm(typed: string): NewQuery['about'] {
  const [, kind, id = ''] = /^(fact|item|visit):(.+)$/.exec(typed) ?? []
  if (kind === 'fact') return { fact: id }
  if (kind === 'item') return { item: id }
  return kind === 'visit' ? { visit: id } : undefined
}

const postStep: Post = async (c, view, form) => {
  const { app, actor, of, page } = view
  const thread = await threadOf(c, view)
  const step = (Object.keys(stepRules) as QueryStep[]).find((one) => one === form.get('step'))
  if (!thread) return c.html(goneQueryPage(view), 404)
  if (!step) return faultPage(c, app, 'form')
  const text = (form.get(`text-${step}`) ?? '').replaceAll('\r\n', '\n')
  const { id } = of.participant
  const query = thread.query.id
  const version = Number(form.get('version') ?? Number.NaN)
  const ask = { participant: id, query, version, step, text }
  const outcome = await stepQuery(app.people, actor, ask, app.now())
  switch (outcome.kind) {
    case 'done':
      return c.redirect(link(page, paths.participantQuery(id, query), { did: 'done' }), 303)
    case 'refused':
      return c.html(await shown(view, thread, { step, text, problem: outcome.code }), 422)
    case 'changed': {
      const now = (await threadOf(c, view)) ?? thread
      return c.html(await shown(view, now, { step, text, isChanged: true }), 409)
    }
    case 'locked':
      return c.html(await shown({ ...view, lock: 'locked' }, thread, { step, text }), 409)
    case 'gone':
      return c.html(goneQueryPage(view), 404)
  }
}
