import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Letter } from '../../mail/outbox/letter.ts'
import { confirmEnquiryLetter } from './confirm-enquiry-letter.ts'
import { introductionLetter } from './introduction-letter.ts'
import type { LetterFacts } from './letter-facts.ts'
import { reminderLetter, siteNewsLetter, toSiteLetter } from './to-site-letter.ts'
import { type SeekerNews, toSeekerLetter } from './to-seeker-letter.ts'

const by = { at: new Date('2026-12-01T17:00Z'), timeZone: 'Europe/Paris' }
const url = 'https://trialway.example/enquiries/abc'

/** Every letter there is, in one language. */
function lettersIn(language: 'en' | 'fr', site: LetterFacts['site'] = bicetre): readonly Letter[] {
  const facts = { language, caseNumber: 'TW-4K7Q9C', site, url }
  const news: readonly SeekerNews[] = [
    { kind: 'sent', by },
    { kind: 'introduced', by },
    { kind: 'change' },
    { kind: 'late' },
    { kind: 'late', other: { facility: 'Hôpital Necker', city: 'Paris' } },
    { kind: 'waiting' },
    { kind: 'ended' },
    { kind: 'over' },
    { kind: 'unsent' },
  ]
  return [
    confirmEnquiryLetter(language, url),
    toSiteLetter(facts, by),
    siteNewsLetter(facts),
    ...(['soon', 'due', 'manager', 'again'] as const).map((kind) =>
      reminderLetter(facts, kind, by),
    ),
    ...news.map((one) => toSeekerLetter(facts, one)),
    ...news.map((one) => toSeekerLetter({ ...facts, isIntroduced: true }, one)),
    introductionLetter(facts, { mail: 'operator@trialway.example' }),
    introductionLetter(facts, { origin: 'trialway.example' }),
  ]
}

const bicetre = {
  facility: 'Bicêtre <b>Hospital</b>',
  city: 'Le Kremlin-Bicêtre',
  country: 'France',
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

for (const language of ['en', 'fr'] as const) {
  test(`every letter is valid HTML that loads nothing and leads to one page (${language})`, async () => {
    for (const { html, text, subject } of lettersIn(language)) {
      const { results } = await validator.validateString(html)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
      )
      assert.doesNotMatch(html, /<(?:img|script|link|iframe|form|style|b)>|url\(|srcset|@import/i)
      assert.deepEqual(
        [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to),
        [url],
      )
      assert.ok(text.includes(url) && !text.includes('undefined') && subject.length <= 78, subject)
      assert.doesNotMatch(subject, /\n|Bicêtre/)
    }
  })

  test(`a letter names the site where the record does, and says so plainly where it does not (${language})`, () => {
    const [, named] = lettersIn(language)
    assert.match(named?.text ?? '', /Bicêtre <b>Hospital<\/b>, Le Kremlin-Bicêtre/)
    const [, nameless] = lettersIn(language, {})
    assert.match(nameless?.text ?? '', /the study site|le centre de l’étude/)
    const [, crooked] = lettersIn(language, {
      facility: `A\r\nBcc: b@c.example ${'x'.repeat(500)}`,
    })
    assert.match(crooked?.text ?? '', /A Bcc: b@c\.example x+…/)
  })
}

test('who was asked by a letter to a site that is not here is told of no promise, and of no asking again', () => {
  const facts = { caseNumber: 'TW-4K7Q9C', site: bicetre, url, isIntroduced: true }
  const late = [{ kind: 'late' }, { kind: 'waiting' }, { kind: 'ended' }] as const
  for (const news of late) {
    const { text } = toSeekerLetter({ ...facts, language: 'en' }, news)
    assert.doesNotMatch(text, /was promised|asked them again|once a week|stopped asking/)
    const french = toSeekerLetter({ ...facts, language: 'fr' }, news)
    assert.doesNotMatch(french.text, /temps promis|encore une fois|par semaine|cessé de demander/)
  }
})

test('a moment is said by the clock of the site', () => {
  const facts = { caseNumber: 'TW-4K7Q9C', site: bicetre, url }
  assert.match(
    toSiteLetter({ ...facts, language: 'en' }, by).text,
    /by Tuesday 1 December, 18:00 \(Europe\/Paris\)\./,
  )
  assert.match(
    toSiteLetter({ ...facts, language: 'fr' }, by).text,
    /le mardi 1er décembre, 18\sh \(Europe\/Paris\)\./,
  )
})

test('French letters keep ? ! : ; and « » from standing alone on a line', () => {
  for (const { text } of lettersIn('fr'))
    assert.doesNotMatch(text.replaceAll(/https?:\S+/g, ''), / [?!:;»]|« |\p{L}[?!;»]|«\p{L}/u)
})
