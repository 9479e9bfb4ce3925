import type { Page } from '../../shell/page.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import type { Branch } from './branch.ts'

/** The name of an area or of a branch of it, in the reader's words. */
export function branchName(page: Page, { category, concept }: Branch): string {
  return (concept && diseaseName(page, concept.term)) ?? category.name[page.language]
}
