import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// B1: begin
// B1: end

// B2: begin
// B2: end

// B3: begin
// B3: end

// B4: begin
// B4: end

// B5: begin
// B5: end

// B6: begin
// B6: end

// B7: begin
// B7: end

// B8: begin
// B8: end

// B9: begin
// B9: end

// B10: begin
// B10: end

// B11: begin
// B11: end

// B12: begin
// B12: end
