import type { Page } from 'playwright-core'

/** The words that a reader sees, by what they are. */
export interface SeenWords {
  /** In the language of the page, as far as its marks say. */
  readonly own: number
  /** Marked as English on a page of another language. */
  readonly english: number
  /** Of people, places, products and studies: counted apart, whatever their language. */
  readonly names: number
  /** English words that no mark says are English: each is a fault of the page. */
  readonly unmarked: readonly string[]
}

/**
 * Counts the words that are seen in the main part of a page. Titles of the registry and names are marked in the page
 * itself: `.registry-title`, `bdi`, `[translate=no]`, `address`.
 */
export async function seenWords(page: Page, isUnfolded = false): Promise<SeenWords> {
  if (isUnfolded) await page.evaluate(unfold)
  return page.evaluate<SeenWords>(counting)
}

const unfold = `for (const each of document.querySelectorAll('details')) each.open = true`

/** Runs in the page. Words that are English and nothing in French, so that one outside a mark is a fault. */
const counting = `(() => {
  const onlyEnglish = new Set(['the', 'of', 'and', 'with', 'is', 'are', 'was', 'were', 'by', 'this', 'that', 'be', 'will',
    'study', 'studies', 'who', 'which', 'from', 'have', 'has', 'had', 'been', 'their', 'should', 'must', 'week', 'weeks',
    'year', 'years', 'month', 'months', 'day', 'days', 'disease', 'treatment', 'syndrome'])
  const found = { own: 0, english: 0, names: 0, unmarked: [] }
  const language = document.documentElement.lang
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (parent === null || parent.closest('script, style, template, noscript, option, .unseen')) continue
    if (!parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) continue
    const words = node.data.match(/\\p{L}[\\p{L}\\p{M}'’-]*/gu) ?? []
    const named = parent.closest('.registry-title, [translate=no], address')
      ?? (parent.closest('bdi') && !parent.closest('[data-long]') ? parent.closest('bdi') : null)
    const isEnglish = language !== 'en' && parent.closest('[lang]').lang.startsWith('en')
    if (named !== null) found.names += words.length
    else if (isEnglish) found.english += words.length
    else {
      found.own += words.length
      if (language !== 'en')
        for (const word of words) if (onlyEnglish.has(word.toLowerCase())) found.unmarked.push(word)
    }
  }
  return found
})()`
