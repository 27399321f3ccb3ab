import { type GeoProjection, geoArea, geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Land } from '../../src/figures/alignment-map/land.js';
import { fail } from '../../src/kernel/errors.js';
import type { States } from '../../src/kernel/states.js';
import { leftOff, othersOf, statesOf } from './names.js';
import { PathText } from './path-text.js';
import { spreadDots } from './spread-dots.js';

type Ring = readonly (readonly [number, number])[];
type Polygon = readonly Ring[];
interface Shape {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly Polygon[];
}
interface Capital {
  readonly ccode: number;
  readonly longitude: number;
  readonly latitude: number;
}

const width = 960;
/** Triangles of a line smaller than this, in steradians, are smoothed: about a quarter of a square pixel. */
const smallest = 8e-6;
/** Islands and states smaller than these, in square pixels, are left out and become dots. */
const [leastIsland, leastState] = [0.5, 9];
/** Turned so far that no land but a corner of the Pacific is cut, and Siberia stays in one piece. */
const turned = -11;
/** A place in Crimea, which Natural Earth draws as Russia’s, and in the last year whose votes it could change no vote. */
const crimea: readonly [number, number] = [34.3, 45.2];

/** The land of all states, and the rest. Throws where a name is unknown, or a state has neither land nor a capital. */
export function landOf(topology: never, states: States, capitals: readonly Capital[]): Land {
  const { shapes, others } = named(topology, states);
  const outline = { type: 'Sphere' } as never;
  const projection = geoEqualEarth().rotate([turned, 0]).fitWidth(width, outline) as GeoProjection;
  return draw(shapes, others, capitals, states, projection);
}

/** The shapes of states by their numbers, ground that no state may be coloured for among the rest. */
function named(topology: never, states: States): { shapes: Map<number, Shape>; others: Shape[] } {
  const thin = simplify(presimplify(topology, sphericalTriangleArea), smallest) as never;
  const { features } = feature(
    thin,
    (thin as { objects: { countries: never } }).objects.countries,
  ) as never as {
    features: readonly { properties: { name: string }; geometry: { type: string; coordinates: never } }[];
  };
  const shapes = new Map<number, Shape>();
  const others: Shape[] = [];
  for (const { properties, geometry } of features) {
    const coordinates = (
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    ) as Polygon[];
    if (leftOff.includes(properties.name)) continue;
    const disputed = coordinates.filter((p) => geoContains(polygonOf([p]) as never, crimea as never));
    const own = polygonOf(coordinates.filter((p) => properties.name !== 'Russia' || !disputed.includes(p)));
    if (properties.name === 'Russia') others.push(polygonOf(disputed));
    if (othersOf.includes(properties.name)) others.push(own);
    else shapes.set(statesOf[properties.name] ?? states.resolve(properties.name, 2018), own);
  }
  return { shapes, others };
}

const polygonOf = (coordinates: readonly Polygon[]): Shape => ({ type: 'MultiPolygon', coordinates });

function draw(
  shapes: ReadonlyMap<number, Shape>,
  others: readonly Shape[],
  capitals: readonly Capital[],
  states: States,
  projection: GeoProjection,
): Land {
  const plane = geoPath(projection);
  const large = (p: Polygon, least: number): boolean => plane.area(polygonOf([p]) as never) >= least;
  const text = (shape: Shape, least: number): string => {
    const path = new PathText();
    const kept = shape.coordinates.filter((p) => large(p, least));
    geoPath(projection, path as never)(polygonOf(kept) as never);
    return path.text();
  };
  const members = states.spells
    .filter((s) => s.from <= 2018 && 2018 <= s.to)
    .sort((a, b) => a.ccode - b.ccode);
  const found = members.map(({ ccode, name }) => {
    const shape = shapes.get(ccode);
    const capital = capitals.find((c) => c.ccode === ccode);
    if (!shape && !capital) fail('land/no-place', `neither land nor a capital: ${name}`);
    const largest = shape && mainland(shape);
    const at = largest
      ? plane.centroid(largest as never)
      : projection([capital!.longitude, capital!.latitude])!;
    const area = shape ? plane.area(shape as never) : 0;
    return { ccode, area, at, path: shape ? text(shape, leastIsland) : '' };
  });
  const small = found.filter((s) => s.area < leastState);
  const dots = spreadDots(small.map((s) => s.at as [number, number]));
  const top = plane.bounds({
    type: 'MultiPolygon',
    coordinates: [...shapes.values(), ...others].flatMap((s) => s.coordinates),
  } as never);
  return {
    borders: 2018,
    width,
    top: Math.floor(top[0][1]),
    bottom: Math.ceil(top[1][1]),
    others: others.map((shape) => text(shape, leastIsland)).join(''),
    states: found.map(({ ccode, at, path }) => {
      const dot = small.findIndex((s) => s.ccode === ccode);
      return { ccode, at: rounded(at), path, ...(dot >= 0 && { dot: rounded(dots[dot]!) }) };
    }),
  };
}

/** The largest part of a state’s land, on the globe. */
const mainland = ({ coordinates }: Shape): Shape =>
  polygonOf([
    coordinates.reduce((a, b) =>
      geoArea(polygonOf([b]) as never) > geoArea(polygonOf([a]) as never) ? b : a,
    ),
  ]);

const rounded = ([x, y]: readonly [number, number] | readonly number[]): [number, number] => [
  Math.round(x! * 10) / 10,
  Math.round(y! * 10) / 10,
];
