-- 0001 extensions: geometry for places and outlines, trigrams for forgiving search. Both come with PGlite and with Debian's packages.
create extension if not exists postgis;
create extension if not exists pg_trgm;
