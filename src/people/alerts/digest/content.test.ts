import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../../finder/vocabulary/vocabulary.ts'
import { exampleStudy, testCatalogue } from '../../../testing/test-alerts.ts'
import { eventBit, usualEvents } from '../model/events.ts'
import { digestContent } from './content.ts'
import { digestLetter } from './letter.ts'
import { studyCards } from './study-card.ts'

test('a mail shows the everyday title in the language of its reader', async (t) => {
  const { take } = await testCatalogue(t)
  const plain = exampleStudy({ nctId: 'NCT01000009', title: 'A Phase 3 Trial of X in KD (ABC)' })
  const interventions = [{ type: 'DRUG', name: 'Anakinra' }]
  const study = {
    ...plain,
    protocolSection: { ...plain.protocolSection, armsInterventionsModule: { interventions } },
  }
  const catalogue = await take([study], '2026-11-20T06:00:00Z')
  const sources = {
    baseUrl: 'https://trialway.example',
    pathsOf: () => ({ manage: '/alerts', stop: '/alerts' }),
    names: openVocabulary(),
    card: studyCards(catalogue, '2026-11-25', assert.fail),
    today: '2026-11-25',
  }
  const alert = {
    id: 'a',
    search: { q: 'kawasaki' },
    events: usualEvents.search,
    frequency: 'daily' as const,
    requestedAt: '',
    confirmedAt: '',
    pausedAt: null,
  }
  const news = [
    { nctId: 'NCT01000009', events: eventBit.posted, foundBy: ['a'], eventKey: '', foundAt: '' },
  ]
  for (const [language, title] of [
    ['fr', /^1\. Maladie de Kawasaki/m],
    ['en', /^1\. Kawasaki disease/m],
  ] as const) {
    const content = digestContent({ id: 'p', language, namesTopic: false }, news, [alert], sources)
    assert.ok(content)
    const { text, html } = digestLetter(content)
    assert.match(text, title)
    assert.doesNotMatch(String(html), /lang="en">(?:Maladie|Kawasaki)/)
  }
})
