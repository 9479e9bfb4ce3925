import type { deskMailEn } from '../en/desk-mail.ts'

/** Every word that the daily mail of a desk, and the page that stops it, may say. One missing in a language does not compile. */
export type DeskMailWords = typeof deskMailEn
