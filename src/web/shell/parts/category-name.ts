import { type Category, categories } from '../../../finder/vocabulary/categories.ts'
import type { Language } from '../../../words/language/language.ts'

/** The area of medicine of that slug; undefined where there is none. */
export function categoryOf(slug: string): Category | undefined {
  return categories.find((category) => category.slug === slug)
}

/** A category's name for the reader; an unknown slug is shown as it is. */
export function categoryName(slug: string, language: Language): string {
  return categoryOf(slug)?.name[language] ?? slug
}
