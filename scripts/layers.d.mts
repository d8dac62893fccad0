export declare const LAYERS: Readonly<Record<string, readonly string[]>>;
export declare function layerOf(file: string): string | undefined;
export declare function forbiddenIn(layer: string): string[];
