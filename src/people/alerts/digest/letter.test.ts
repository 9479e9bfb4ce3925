import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { eventBits } from '../model/events.ts'
import { confirmLetter, manageLetter } from './confirm-letter.ts'
import { digestLetter, type DigestContent } from './letter.ts'

const content: DigestContent = {
  language: 'en',
  studies: [
    {
      title: 'Anakinra <b>and</b> Kawasaki & more',
      url: 'https://trialway.example/studies/NCT02390596',
      status: 'Looking for people',
      isOffer: false,
      isStale: false,
      events: eventBits(['recruiting', 'changed']),
      nearest: { name: 'Bicêtre Hospital, Le Kremlin-Bicêtre', distance: '5 km', from: 'Paris' },
      because: ['Heart and Blood Diseases, within 50 km of Paris, France'],
    },
    {
      title: 'A study of long standing',
      url: 'https://trialway.example/studies/NCT00000002',
      status: 'Not open yet',
      isOffer: false,
      isStale: true,
      events: eventBits(['posted']),
      because: ['“vasculitis”'],
    },
  ],
  total: 25,
  moreUrl: 'https://trialway.example/search?category=heart-and-vessels&sort=updated',
  manageUrl: 'https://trialway.example/alerts/link',
  stopUrl: 'https://trialway.example/alerts/stop/link',
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // Mail programs read no style sheets: the few styles stand on the elements.
  rules: {
    'no-inline-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
  },
})

test('every letter is valid HTML that loads nothing and runs nothing', async () => {
  const letters = [
    digestLetter(content),
    digestLetter({ ...content, language: 'fr' }),
    confirmLetter('en', 'https://trialway.example/alerts/confirm/x'),
    manageLetter('fr', 'https://trialway.example/fr/alerts/x'),
  ]
  for (const { html, language } of letters) {
    const report = await validator.validateString(html)
    const faults = report.results.flatMap(({ messages }) => messages.map(({ message }) => message))
    assert.deepEqual(faults, [])
    assert.match(html, new RegExp(`<html lang="${language}"`))
    assert.doesNotMatch(
      html,
      /<(?:img|script|link|iframe|form|style)|url\(|background|\bcolor:|srcset|@import/i,
    )
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      assert.match(address, /^https:\/\/trialway\.example\//)
  }
})

test('the text says what the HTML says', () => {
  const { text, html } = digestLetter(content)
  const words = html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split(/\s+/)
    .filter(Boolean)
  for (const word of words) assert.ok(text.includes(word), word)
  for (const url of [content.moreUrl, content.manageUrl, content.stopUrl, content.studies[0]?.url])
    assert.ok(
      text.includes(url ?? '') && html.includes((url ?? '').replaceAll('&', '&amp;')),
      String(url),
    )
})

test('a subject line names no illness unless the person chose so', () => {
  assert.equal(digestLetter(content).subject, '25 studies you asked to hear of')
  assert.equal(digestLetter({ ...content, total: 1 }).subject, '1 study you asked to hear of')
  assert.equal(digestLetter({ ...content, topic: 'Kawasaki' }).subject, 'Kawasaki: 25 studies')
})

test('what a record says cannot become markup', () => {
  const { html } = digestLetter(content)
  assert.match(html, /Anakinra &lt;b&gt;and&lt;\/b&gt; Kawasaki &amp; more/)
})
