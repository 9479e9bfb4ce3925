import { dropDrafts } from './kept-drafts.ts'

/** Who signed out leaves nothing on the device: the page that says so forgets what was typed and not recorded. */
dropDrafts()
