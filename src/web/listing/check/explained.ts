import { raw } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import type { StudyView } from '../parts/view.ts'

/** A study's own words, with its medical words explained where they stand first; escaped by the explainer. */
export function explained(view: StudyView, text: string): Markup {
  return raw(view.explain(text))
}
