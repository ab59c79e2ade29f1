/** Diagonal hatch that stands for "no figures": a pattern to fill with `url(#id)`. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="patch-hatch" x1="0" y1="0" x2="0" y2="7" />
      </pattern>
    </defs>
  )
}
