/** What shapes are painted on: a canvas context, or a writer of SVG (svg/svgPainter.ts). */
export type Painter = Pick<
  CanvasRenderingContext2D,
  | 'globalAlpha'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'arc'
  | 'roundRect'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillRect'
>;
