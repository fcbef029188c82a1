import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// A1: begin
// A1: end

// A2: begin
// A2: end

// A3: begin
// A3: end

// A4: begin
// A4: end

// A5: begin
// A5: end

// A6: begin
// A6: end

// A7: begin
// A7: end

// A8: begin
// A8: end

// A9: begin
// A9: end

// A10: begin
// A10: end

// A11: begin
// A11: end

// A12: begin
// A12: end

// A13: begin
// A13: end
