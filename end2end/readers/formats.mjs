// Reads what the page exports, each form by a reader that was not written here or by rules taken
// from who reads it. Every function takes the text of a file, fails where that reader would, and
// gives the notes as `{ id, text, … }`.

import assert from 'node:assert/strict';

import { parseW3CTextAnnotation } from '@recogito/text-annotator';
import Ajv from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import jsonld from 'jsonld';
import MarkdownIt from 'markdown-it';
import { parseAllDocuments, parse as parseYaml } from 'yaml';

/** A table, as spreadsheets and scripts read it; `delimiter` parts the cells. */
export function readTable(text, delimiter = ',') {
  assert.equal(text[0], '\ufeff', 'Excel needs the byte order mark');
  const rows = parseCsv(text, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' });
  for (const row of rows) {
    for (const cell of Object.values(row)) {
      assert.doesNotMatch(cell, /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/, 'a formula');
    }
  }
  return rows.map((row) => ({ ...row, text: row.note }));
}

const OA = 'http://www.w3.org/ns/oa#';

/**
 * The words of the Web Annotation vocabulary (W3C Recommendation of 2017) that are used here. What is
 * not among them gets no meaning, as with the context that the annotations name.
 */
const ANNOTATION_CONTEXT = {
  '@context': {
    id: '@id',
    type: '@type',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    dcterms: 'http://purl.org/dc/terms/',
    ...Object.fromEntries(
      ['Annotation', 'TextQuoteSelector', 'TextPositionSelector', 'TextualBody'].map((type) => [type, OA + type]),
    ),
    commenting: `${OA}commenting`,
    highlighting: `${OA}highlighting`,
    body: { '@id': `${OA}hasBody`, '@type': '@id' },
    target: { '@id': `${OA}hasTarget`, '@type': '@id' },
    source: { '@id': `${OA}hasSource`, '@type': '@id' },
    selector: { '@id': `${OA}hasSelector`, '@type': '@id' },
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
    purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    start: { '@id': `${OA}start`, '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': `${OA}end`, '@type': 'xsd:nonNegativeInteger' },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
    created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
    modified: { '@id': 'dcterms:issued', '@type': 'xsd:dateTime' },
  },
};

/** Annotations as a JSON-LD processor understands them: their texts, by what they are said to be. */
export async function expandAnnotations(annotations) {
  const documentLoader = async (url) => {
    assert.equal(url, 'http://www.w3.org/ns/anno.jsonld');
    return { contextUrl: null, documentUrl: url, document: ANNOTATION_CONTEXT };
  };
  const expanded = await jsonld.expand(annotations, { documentLoader });
  return expanded.map((annotation) => {
    assert.deepEqual(annotation['@type'], [`${OA}Annotation`]);
    const [body] = annotation[`${OA}hasBody`] ?? [];
    const text = body?.['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'][0]['@value'] ?? '';
    if (body) assert.deepEqual(body['@type'], [`${OA}TextualBody`]);
    const motivation = annotation[`${OA}motivatedBy`][0]['@id'].slice(OA.length);
    assert.equal(motivation, text.trim() ? 'commenting' : 'highlighting');
    const [target] = annotation[`${OA}hasTarget`];
    assert.match(target[`${OA}hasSource`][0]['@id'], /^[a-z]+:/);
    return {
      id: annotation['@id'],
      text,
      selectors: (target[`${OA}hasSelector`] ?? []).map((selector) => selector['@type'][0].slice(OA.length)),
    };
  });
}

/** Markdown: the front matter by a YAML parser, the rest by a CommonMark parser. */
export function readMarkdown(text) {
  const [, front, rest] = text.match(/^\ufeff?---\r?\n(.*?)\r?\n---\r?\n(.*)$/s);
  const { errors, warnings } = parseAllDocuments(front)[0];
  assert.deepEqual([...errors, ...warnings], []);
  const headings = [];
  let depth = 0;
  let quotations = 0;
  const quotedWords = [];
  const env = {};
  const tokens = new MarkdownIt({ html: true }).parse(rest, env);
  // Nothing in a note opens anything that would swallow what follows it, in this parser or in a browser.
  assert.deepEqual(env.references ?? {}, {});
  for (const { type, content } of tokens.flatMap((token) => [token, ...(token.children ?? [])])) {
    if (type === 'html_block') assert.match(content, /^<!-- marginalia \{[^>]*\} -->\n$/);
    assert.ok(!['html_inline', 'fence', 'table_open', 'image'].includes(type), content);
  }
  tokens.forEach((token, place) => {
    if (token.type === 'blockquote_open' && depth++ === 0) quotations += 1;
    // What a note quotes is the first thing in it.
    if (token.type === 'blockquote_open' && tokens[place - 1]?.type === 'blockquote_open' && depth === 2) {
      const words = tokens[place + 2]?.children ?? [];
      quotedWords.push(words.map((it) => (it.type === 'softbreak' ? '\n' : it.content)).join(''));
    }
    if (token.type === 'blockquote_close') depth -= 1;
    if (token.type === 'heading_open' && depth === 0) {
      const title = tokens[place + 1].children.map((it) => it.content).join('');
      headings.push({ level: Number(token.tag.slice(1)), title });
    }
  });
  return { front: parseYaml(front), headings, quotations, quotedWords };
}

const text = { type: 'string' };
const time = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const uri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:.' };
const context = { const: 'http://www.w3.org/ns/anno.jsonld' };

/** The tables of Readium's annotations, https://github.com/readium/annotations, as a schema. */
const annotationSet = {
  type: 'object',
  required: ['@context', 'id', 'type', 'about', 'items'],
  properties: {
    '@context': context,
    id: uri,
    type: { const: 'AnnotationSet' },
    generator: {
      type: 'object',
      required: ['id', 'type', 'name'],
      properties: { id: uri, type: { const: 'Software' }, name: text, homepage: uri },
    },
    generated: time,
    title: text,
    about: {
      type: 'object',
      properties: {
        'dc:identifier': { type: 'array', items: text },
        'dc:title': text,
        'dc:format': text,
        'dc:publisher': text,
        'dc:creator': { type: 'array', items: text },
        'dc:date': { type: 'string', pattern: '^\\d{4}$' },
      },
    },
    items: { type: 'array', items: { $ref: '#/$defs/annotation' } },
  },
  $defs: {
    annotation: {
      type: 'object',
      required: ['@context', 'id', 'type', 'created', 'target'],
      properties: {
        '@context': context,
        id: uri,
        type: { const: 'Annotation' },
        motivation: { enum: ['bookmarking', 'highlighting', 'commenting'] },
        created: time,
        modified: time,
        target: {
          type: 'object',
          required: ['source'],
          properties: {
            source: uri,
            selector: { type: 'array', items: { $ref: '#/$defs/selector' } },
            meta: {
              type: 'object',
              properties: {
                headings: {
                  type: 'array',
                  items: { type: 'object', properties: { level: { type: 'number' }, txt: text } },
                },
                page: text,
              },
            },
          },
        },
        body: {
          type: 'object',
          required: ['type', 'value'],
          properties: { type: { const: 'TextualBody' }, value: text, format: text },
        },
      },
    },
    selector: {
      type: 'object',
      oneOf: [
        {
          required: ['type', 'exact'],
          properties: {
            type: { const: 'TextQuoteSelector' },
            exact: text,
            prefix: text,
            suffix: text,
          },
        },
        {
          required: ['type', 'start', 'end'],
          properties: {
            type: { const: 'TextPositionSelector' },
            start: { type: 'integer', minimum: 0 },
            end: { type: 'integer', minimum: 0 },
          },
        },
      ],
    },
  },
};

const isAnnotationSet = new Ajv({ strict: false, allErrors: true }).compile(annotationSet);

/** A backup, as a reading system that follows Readium takes it. */
export function readAnnotationSet(file) {
  const set = JSON.parse(file);
  assert.ok(isAnnotationSet(set), JSON.stringify(isAnnotationSet.errors?.slice(0, 3)));
  const notes = set.items.map((item) => ({
    id: item.id.replace(/^urn:(uuid|marginalia:note):/, ''),
    text: item.body.value,
    created: item.created,
    changed: item.modified,
    selectors: item.target.selector ?? [],
  }));
  return { set, notes };
}

/** Web annotations, by Recogito's own reader. */
export function readWebAnnotations(file) {
  return JSON.parse(file).map((annotation) => {
    const { parsed, error } = parseW3CTextAnnotation(annotation);
    assert.equal(error, undefined);
    assert.equal(parsed.bodies.length, annotation.motivation === 'highlighting' ? 0 : 1);
    return {
      id: parsed.id.replace(/^urn:(uuid|marginalia:note):/, ''),
      text: parsed.bodies[0]?.value ?? '',
      created: parsed.target.created.toISOString(),
      changed: parsed.target.updated.toISOString(),
      selectors: annotation.target.selector,
    };
  });
}

/**
 * A Hypothesis export, by what the client's import asks of it: a list of annotations whose fields
 * are of the types that it touches, with permissions that it takes for private.
 */
export function readHypothesis(file) {
  const { annotations, ...about } = JSON.parse(file);
  for (const name of ['export_date', 'export_userid', 'client_version']) {
    assert.equal(typeof about[name], 'string', name);
  }
  assert.ok(Array.isArray(annotations));
  return annotations.map((it) => {
    assert.match(it.user, /^acct:[^@]+@.+/);
    assert.ok(Array.isArray(it.tags) && Array.isArray(it.target));
    assert.ok(it.permissions.read.every((principal) => !principal.startsWith('group:')));
    assert.ok(it.permissions.update.includes(it.user) && it.permissions.delete.includes(it.user));
    assert.equal(typeof it.document, 'object');
    const quotation = it.target[0].selector?.find(({ type }) => type === 'TextQuoteSelector');
    const [header] = it.text.split('\n\n', 1);
    return {
      id: it.id,
      uri: it.uri,
      header,
      text: it.text.slice(header.length + 2),
      created: it.created,
      changed: it.updated,
      quotation: quotation && { exact: quotation.exact, prefix: quotation.prefix, suffix: quotation.suffix },
    };
  });
}
