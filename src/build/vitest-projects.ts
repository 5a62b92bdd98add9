export const vitestProjects = []
