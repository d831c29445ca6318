/** What Patchdesk uses of sax, which comes without types. */
declare module 'sax' {
  export interface QualifiedTag {
    name: string;
    prefix: string;
    local: string;
    /** The namespace; the prefix itself where none is declared. */
    uri: string;
    attributes: Record<string, { name: string; value: string }>;
  }
  export interface SAXParser {
    /** From 0. */
    line: number;
    error: Error | null;
    ENTITIES: Record<string, string>;
    onopentag: (tag: QualifiedTag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): SAXParser;
    resume(): SAXParser;
    close(): SAXParser;
  }
  const sax: {
    parser(strict: boolean, options: { xmlns: boolean; position: boolean }): SAXParser;
    ENTITIES: Readonly<Record<string, string | number>>;
  };

  // biome-ignore lint/style/noDefaultExport: sax is written so.
  export { sax as default };
}
