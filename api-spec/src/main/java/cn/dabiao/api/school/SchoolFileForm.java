package cn.dabiao.api.school;

import org.springframework.web.multipart.MultipartFile;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A form that brings a file with schools, for the contract alone: in it a form has a name, and generated clients do not
 * make one up that is already taken.
 *
 * @param file the part {@value SchoolFile#PART}
 */
public record SchoolFileForm(@Schema(type = "string", format = "binary") MultipartFile file) {}
