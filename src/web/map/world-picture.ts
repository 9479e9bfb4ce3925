import type { Point } from '../../finder/places/distance.ts'
import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import type { MapDot } from './dot.ts'
import { joinTouching } from './join-touching.ts'
import { markOf, markText, toTenth } from './mark.ts'
import { mapHeight, mapWidth, worldX, worldY } from './world.ts'

interface WorldMap {
  readonly dots: readonly MapDot[]
  readonly here?: Point & { readonly name: string }
  readonly label: string
}

/** The world, with marks where the dots are and the reader's place where it is known. The land is a picture asked for when it is seen. */
export function worldPicture(page: Page, { dots, here, label }: WorldMap): Markup {
  const placed = dots.map((dot) => ({ x: worldX(dot.lon), y: worldY(dot.lat), dot }))
  const marks = joinTouching(placed, (some) => markText(page, some))
  return html`
    <div class="world">
      <img
        src="${paths.worldOutline()}"
        width="${mapWidth}"
        height="${mapHeight}"
        alt=""
        loading="lazy"
      />
      <svg
        class="map over"
        viewBox="0 0 ${mapWidth} ${mapHeight}"
        role="group"
        aria-label="${label}"
        focusable="false"
      >
        ${
          here &&
          html`
            <circle
              class="here"
              cx="${toTenth(worldX(here.lon))}"
              cy="${toTenth(worldY(here.lat))}"
              r="5"
            />
          `
        }
        ${marks.map((mark) => markOf(page, inside(mark), ''))}
      </svg>
    </div>
  `
}

/** A mark at the edge is moved in, so that all of it is seen. */
function inside<M extends { readonly x: number; readonly y: number; readonly width: number }>(
  mark: M,
): M {
  const x = Math.min(mapWidth - mark.width / 2, Math.max(mark.width / 2, mark.x))
  const y = Math.min(mapHeight - 13, Math.max(13, mark.y))
  return { ...mark, x, y }
}
